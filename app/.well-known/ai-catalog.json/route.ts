import { readOnly } from '@/lib/rest'
import { aiCatalog, engineFile } from '@/lib/seo'

/** Anybody's program may read it, from any page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly((request) =>
  engineFile(request, JSON.stringify(aiCatalog()), 'application/json', { 'Access-Control-Allow-Origin': '*' }),
)
