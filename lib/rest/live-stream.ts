import { subscribe } from '@/lib/kernel/live'

const heartbeat = 20_000

/** A page that stays open for longer asks again, and is checked again. */
const lifetime = 10 * 60_000

/** A reader that takes nothing for this many messages is dropped: it will reconnect and read the page. */
const backlog = -64

/** Server-sent events of one channel. `check` runs at every heartbeat: a closed session closes its stream. */
export function liveStream(request: Request, channel: string, check: () => Promise<boolean>): Response {
  const encoder = new TextEncoder()
  let close = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) < backlog) return close()
        controller.enqueue(encoder.encode(text))
      }
      const unsubscribe = subscribe(channel, (message) =>
        send(`event: change\ndata: ${JSON.stringify({ channel, message })}\n\n`),
      )
      // Who cannot be asked about just now is not thrown out: the next beat asks again.
      const beat = async () => ((await check().catch(() => true)) ? send(': still here\n\n') : close())
      const beats = setInterval(() => void beat(), heartbeat)
      const end = setTimeout(() => close(), lifetime)
      close = () => {
        close = () => {}
        unsubscribe()
        clearInterval(beats)
        clearTimeout(end)
        controller.close()
      }
      request.signal.addEventListener('abort', () => close(), { once: true })
      send('retry: 2000\n\nevent: ready\ndata: {}\n\n')
    },
    cancel: () => close(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
