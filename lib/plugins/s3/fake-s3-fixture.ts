import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bucket } from './s3-store'

const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/

/** Computes the signature anew, as the AWS Signature Version 4 describes it. */
function isSigned(request: IncomingMessage, body: Buffer, { accessKeyId, secretAccessKey, region }: Bucket): boolean {
  const [, id, day = '', where = '', names = '', given] = authorization.exec(request.headers.authorization ?? '') ?? []
  const told = request.headers['x-amz-content-sha256']
  if (id !== accessKeyId || where !== region || told !== hash(body)) return false
  const signed = names.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return false
  const headers = signed.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('')
  const canonical = [request.method, request.url, '', headers, names, told].join('\n')
  const time = String(request.headers['x-amz-date'])
  const text = ['AWS4-HMAC-SHA256', time, `${day}/${where}/s3/aws4_request`, hash(canonical)].join('\n')
  const key = [day, where, 's3', 'aws4_request'].reduce<string | Buffer>(
    (so, part) => hmac(so, part),
    `AWS4${secretAccessKey}`,
  )
  return hmac(key, text).toString('hex') === given
}

/** An S3 on the loopback that knows one bucket and takes nothing unsigned. `full` has no room for more. */
export class FakeS3 {
  readonly objects = new Map<string, { bytes: Buffer; type: string }>()
  full = false
  #server: Server | undefined
  #bucket: Bucket | undefined

  async open(): Promise<Bucket> {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status, body }) => {
        response.statusCode = status
        response.end(request.method === 'HEAD' ? undefined : body)
      })
    })
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.address() as AddressInfo
    this.#bucket = {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'uz-tashkent-1',
      bucket: 'bozor-test',
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    }
    return this.#bucket
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer | string }> {
    const body = await bodyOf(request)
    const bucket = this.#bucket
    if (bucket === undefined || !isSigned(request, body, bucket))
      return { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' }
    const name = (request.url ?? '').replace(`/${bucket.bucket}/`, '')
    const found = this.objects.get(name)
    if (request.method === 'PUT') {
      if (this.full) return { status: 403, body: '<Error><Code>QuotaExceeded</Code></Error>' }
      this.objects.set(name, { bytes: body, type: String(request.headers['content-type']) })
      return { status: 200 }
    }
    if (request.method === 'DELETE') return this.objects.delete(name) ? { status: 204 } : { status: 204 }
    return found ? { status: 200, body: found.bytes } : { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
  }
}
