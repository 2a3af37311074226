type Browser = { requestIdleCallback?: (call: () => void, options: { timeout: number }) => void }

/** When nothing else wants the line: after the page's own load, in a quiet moment. */
export function whenIdle(call: () => void): void {
  const { requestIdleCallback } = window as Browser
  const ask = () =>
    requestIdleCallback === undefined ? setTimeout(call, 2000) : requestIdleCallback(call, { timeout: 5000 })
  if (document.readyState === 'complete') ask()
  else addEventListener('load', ask, { once: true })
}
