import { env } from '@/lib/kernel/env'
import { problem, readOnly } from '@/lib/rest'
import { engineFile } from '@/lib/seo'

/** Shown as `/<key>.txt`: who announces addresses of this host has to be able to put a file there. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly((request) => {
  const key = new URL(request.url).pathname
    .split('/')
    .at(-1)
    ?.replace(/\.txt$/, '')
  if (env.INDEXNOW_KEY === undefined || key !== env.INDEXNOW_KEY) return problem('not-found')
  return engineFile(request, key, 'text/plain; charset=utf-8')
})
