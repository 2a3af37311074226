const script = /<script src="(\/_next\/static\/[^"]+)"((?: \w+="[^"]*")*?) async=""((?: \w+="[^"]*")*)><\/script>/g
const preload = /<link rel="preload" as="script"[^>]*>/g

/** Where nobody reads before working: the desks. */
const desks = /^\/[a-z]{2}\/(?:admin|seller)(?:[/?]|$)/

/**
 * Marks the scripts of a page so that they wait for its visitor (components/layout/wake-page.mjs). What else stands on
 * their elements stays.
 * @param {string} html whole, or a piece as it comes
 */
export const delayScripts = (html) => html.replace(preload, '').replace(script, '<script data-late="$1"$2$3></script>')

/**
 * The same for a page that is made for one visitor and sent as it grows. A script cut in two by that runs as ever.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response not compressed yet where it is written to
 */
export function delayAnswer({ url = '' }, response) {
  if (desks.test(url)) return
  for (const name of /** @type {const} */ (['write', 'end'])) {
    const send = response[name]
    /** @param {unknown} chunk @param {unknown[]} more */
    const marked = (chunk, ...more) => Reflect.apply(send, response, [delayIn(response, chunk), ...more])
    response[name] = /** @type {any} */ (marked)
  }
}

/** @param {import('node:http').ServerResponse} response @param {unknown} chunk */
function delayIn(response, chunk) {
  const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html')
  if (!isPage || response.hasHeader('content-length')) return chunk
  if (typeof chunk === 'string') return delayScripts(chunk)
  // Byte for byte: a piece may end within a letter.
  if (chunk instanceof Uint8Array) return Buffer.from(delayScripts(Buffer.from(chunk).toString('latin1')), 'latin1')
  return chunk
}
