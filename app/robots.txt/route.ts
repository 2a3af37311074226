import { readOnly } from '@/lib/rest'
import { engineFile, robots } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly((request) =>
  engineFile(request, robots(), 'text/plain; charset=utf-8'),
)
