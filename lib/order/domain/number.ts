const letters = 'ABCEHKMPTXY'

/**
 * `104722913K`: nine digits and a letter. Fixed length and a letter at the end, so that no provider's amount, id or
 * undelimited signature field can run into it; these letters look the same in Latin and Cyrillic.
 */
export const orderNumber = (random: number): string => {
  const digits = 100_000_000 + (random % 900_000_000)
  return `${digits}${letters[Math.floor(random / 900_000_000) % letters.length]}`
}
