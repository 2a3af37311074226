import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

type Told = { path: string; body: Record<string, unknown> }

/** A loopback that takes what counters are told: both Google's and Meta's answers fit it. */
export class FakeCollector {
  readonly told: Told[] = []
  /** Answers these to the next calls, then 200. */
  failing: number[] = []
  private readonly server: Server = createServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      const status = this.failing.shift() ?? 200
      if (status === 200)
        this.told.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ events_received: 1 }))
    })
  })

  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close = (): void => void this.server.close()
}
