import { cachedText, manifest, readOnly } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(() =>
  cachedText(JSON.stringify(manifest()), 'application/manifest+json'),
)
