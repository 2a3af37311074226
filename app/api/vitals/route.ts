import { beacon, takeOnly } from '@/lib/rest'
import { recordVitals } from '@/lib/vitals'
import { recordVitalsSchema } from '@/lib/vitals/schema'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(beacon(recordVitalsSchema, recordVitals))
