import { recordHit } from '@/lib/measure'
import { hitSchema } from '@/lib/measure/schema'
import { beacon, takeOnly } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(beacon(hitSchema, recordHit))
