import { readOnly } from '@/lib/rest'
import { engineFile, manifest } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly((request) =>
  engineFile(request, JSON.stringify(manifest()), 'application/manifest+json'),
)
