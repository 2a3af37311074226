import { isReady, readOnly, stateOf } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async () => stateOf(await isReady(), 'ready'))
