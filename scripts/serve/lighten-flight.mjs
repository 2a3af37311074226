const data = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g
const still = /<nav[^>]* data-still="[^"]*"[^>]*>([\s\S]*?)<\/nav>/g
const flight = /<script>((?:self\.__next_f\.push\(\[1,"[^"\\]*(?:\\.[^"\\]*)*"\]\);?)+)<\/script>/
const piece = /self\.__next_f\.push\(\[1,("[^"\\]*(?:\\.[^"\\]*)*")\]\);?/g
const nothing = '{}'

/**
 * Next says all that a page shows a second time, for its scripts. What engines read is no business of theirs, and what
 * stands still they find in the document (components/ui/still.tsx): React takes either as it is there, so the second
 * time next to nothing is enough.
 * @param {string} html with its data joined into one script
 */
export function lightenFlight(html) {
  const found = flight.exec(html)
  if (found === null) return html
  const [script, pushes = ''] = found
  let text = [...pushes.matchAll(piece)].map(([, string = '""']) => JSON.parse(string)).join('')
  for (const part of [data, still]) for (const [, said = ''] of html.matchAll(part)) text = sayNothing(text, said)
  const lighter = `<script>self.__next_f.push([1,${JSON.stringify(text).replaceAll('<', '\\u003c')}])</script>`
  return html.slice(0, found.index) + lighter + html.slice(found.index + script.length)
}

/** A long text has a row of its own with its length before it, a short one stands where it is used. @param {string} text @param {string} said */
function sayNothing(text, said) {
  const row = `T${Buffer.byteLength(said).toString(16)},${said}`
  const long = text.indexOf(`:${row}`)
  const [from, length, instead] =
    long >= 0
      ? [long + 1, row.length, `T${nothing.length},${nothing}`]
      : [text.indexOf(JSON.stringify(said)), JSON.stringify(said).length, JSON.stringify(nothing)]
  return from < 0 ? text : text.slice(0, from) + instead + text.slice(from + length)
}
