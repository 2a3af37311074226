const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю'

const table = new Map(
  [...latin].flatMap((key, at) => {
    const letter = russian[at] ?? key
    return [
      [key, letter],
      [letter, key],
    ] as const
  }),
)
// What Shift makes of the keys that are no letters.
for (const [shifted, key] of [...'~`{[}]:;"\'<,>.'.matchAll(/(.)(.)/g)].map(([, a = '', b = '']) => [a, b] as const))
  table.set(shifted, table.get(key) ?? shifted)

/** What the same keys write on the other keyboard: `лшещи` ↔ `kitob`, `rjdth` → `ковер`. Lower case. */
export const otherLayout = (text: string): string =>
  [...text.toLowerCase()].map((letter) => table.get(letter) ?? letter).join('')
