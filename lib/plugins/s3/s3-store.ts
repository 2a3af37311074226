import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from '@/lib/files/ports'
import { fail, ok } from '@/lib/kernel/result'

export type Bucket = {
  /** https://s3.eu-central-1.amazonaws.com, or of whoever else speaks S3. */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

const TIMEOUT_MS = 20_000
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function told(response: Response): Promise<string> {
  const text = await response.text().catch(() => '')
  return /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? String(response.status)
}

/** By path, as every implementation understands it: https://host/bucket/goods/u-…-640.webp */
export function s3Store({ endpoint, region, bucket, accessKeyId, secretAccessKey }: Bucket): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const send = (method: string, name: string, init: { body?: Uint8Array; headers?: Record<string, string> } = {}) =>
    client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}/${name}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'X-Amz-Content-Sha256': sha256(init.body ?? new Uint8Array()), ...init.headers },
      ...(init.body && { body: new Uint8Array(init.body) }),
    })
  const broken = async (what: string, response: Response) =>
    new Error(`S3 ${what}: ${response.status} ${await told(response)}`)
  return {
    async put(name, bytes, type) {
      const response = await send('PUT', name, { body: bytes, headers: { 'Content-Type': type } })
      if (response.ok) return ok(undefined)
      if (response.status === 507 || (await told(response.clone())) === 'QuotaExceeded') return fail('no-room')
      throw await broken('put', response)
    },
    async get(name) {
      const response = await send('GET', name)
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
      if (response.status === 404) return null
      throw await broken('get', response)
    },
    async has(name) {
      const response = await send('HEAD', name)
      if (response.ok || response.status === 404) return response.ok
      throw await broken('has', response)
    },
    async remove(name) {
      const response = await send('DELETE', name)
      if (!response.ok && response.status !== 404) throw await broken('remove', response)
    },
  }
}
