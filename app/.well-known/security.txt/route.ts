import { now } from '@/lib/kernel/clock'
import { readOnly } from '@/lib/rest'
import { engineFile, securityTxt } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly((request) =>
  engineFile(request, securityTxt(now()), 'text/plain; charset=utf-8'),
)
