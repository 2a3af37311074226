import { beacon, takeOnly } from '@/lib/rest'
import { countView } from '@/lib/visit'
import { viewSchema } from '@/lib/visit/schema'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(beacon(viewSchema, countView))
