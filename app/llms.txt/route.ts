import { readOnly } from '@/lib/rest'
import { engineFile, llms } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly((request) =>
  engineFile(request, llms(), 'text/plain; charset=utf-8'),
)
