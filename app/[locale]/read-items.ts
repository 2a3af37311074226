/** Quantities of a form's `item-<id>` fields; what is empty or 0 is not chosen. */
export const readItems = (form: FormData | URLSearchParams, zero = false): { itemId: string; quantity: number }[] =>
  [...form].flatMap(([name, value]) => {
    const given = typeof value === 'string' ? value.trim() : ''
    const quantity = /^\d{1,6}$/.test(given) ? Number(given) : 0
    return name.startsWith('item-') && (quantity > 0 || zero) ? [{ itemId: name.slice(5), quantity }] : []
  })
