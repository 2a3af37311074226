import { databaseAnswers, readOnly, stateOf } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async () =>
  stateOf(await databaseAnswers(), 'ok'),
)
