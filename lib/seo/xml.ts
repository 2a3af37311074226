const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

// What XML 1.0 has no place for, and halves of a pair of surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

export const plainText = (text: string): string => text.replace(unspeakable, '')

/** Text of an element or an attribute. */
export const escapeXml = (text: string): string => plainText(text).replace(/[&<>"']/g, (sign) => names[sign] ?? sign)

export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

/** Text with its signs as they are; the end of a section inside it is cut in two sections. */
export const cdata = (text: string): string => `<![CDATA[${plainText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
