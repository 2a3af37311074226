import { newId } from '@/lib/kernel/id'

/** The caller's own id when it is harmless in a log line, otherwise a fresh one. */
export const requestIdOf = (request: Request): string =>
  /^[\w-]{8,64}$/.exec(request.headers.get('x-request-id') ?? '')?.[0] ?? newId('req')
