/** A place in a list by time and id, opaque to the reader. */
export const toCursor = (at: string, id: string): string => Buffer.from(`${at} ${id}`).toString('base64url')

/** Null: not one of ours; the list starts at its beginning. */
export function fromCursor(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ')
  return at && id && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? { at, id } : null
}
