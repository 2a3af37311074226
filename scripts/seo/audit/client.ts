import { setTimeout as pause } from 'node:timers/promises'

export type Fetched = { status: number; headers: Headers; body: string }

const patience = 60_000

/** Asks a running market as an engine would: nothing is followed, a full house is waited for. */
export function openClient(origin: string) {
  const known = new Map<string, Promise<Fetched>>()

  async function once(url: string, method: 'GET' | 'HEAD', tries = 6): Promise<Fetched> {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': 'BozorAudit/1.0', 'accept-language': 'en' },
      signal: AbortSignal.timeout(patience),
    })
    const busy = answer.status === 429 || answer.status === 503
    if (!busy || tries <= 1) return { status: answer.status, headers: answer.headers, body: await answer.text() }
    await answer.body?.cancel()
    await pause(Math.min(60, Number(answer.headers.get('retry-after') ?? 2)) * 1000)
    return once(url, method, tries - 1)
  }

  const lost = (error: unknown): Fetched => ({ status: 0, headers: new Headers(), body: String(error) })

  /** Each address once: what was read need not be asked for its head. */
  function ask(url: string, method: 'GET' | 'HEAD' = 'GET'): Promise<Fetched> {
    const read = method === 'HEAD' ? known.get(`GET ${url}`) : undefined
    if (read !== undefined) return read
    const key = `${method} ${url}`
    const asked = known.get(key) ?? once(url, method).catch(lost)
    // Whole pages are read once and then forgotten; that they were there is not.
    known.set(key, method === 'GET' ? asked.then((found) => ({ ...found, body: '' })) : asked)
    return asked
  }
  return { origin, ask, get: (path: string) => ask(origin + path) }
}

export type Client = ReturnType<typeof openClient>

/** Hears how far the work has come. */
export type Tell = (done: number, all: number) => void

/** So many at a time, in order. */
export async function eachOf<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
  tell: Tell = () => undefined,
  atOnce = 6,
): Promise<void> {
  const all = [...items]
  const queue = all.values()
  let done = 0
  const runner = async () => {
    for (const item of queue) {
      await work(item)
      tell(++done, all.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runner))
}
