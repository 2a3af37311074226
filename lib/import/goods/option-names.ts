/** Names of options as the catalogue takes them. */
export const plainName = (name: string) =>
  name
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N} _.'ʻʼ-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40)
    .trim()
