import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { node } from './run-child'
import { StartError } from './start-error'

/** Left to itself, V8 lets the heap of a page server grow to 600 MB before it cleans up; half of it is enough. */
const heap = ['--max-old-space-size=400', '--max-semi-space-size=4']

// `MALLOC_ARENA_MAX`: the C library gives every thread a room of its own and hands none back; two are enough for all.

/** Starts the web process and waits until it answers. */
export async function startWeb(env: NodeJS.ProcessEnv, dev = false): Promise<ChildProcess> {
  const own = dev || process.env.NODE_OPTIONS?.includes('space-size') ? [] : heap
  const child = node([...own, 'scripts/serve.mjs', ...(dev ? ['--dev'] : [])], {
    env: { MALLOC_ARENA_MAX: '2', ...env, NODE_ENV: dev ? 'development' : 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ready = once(child, 'message').then(() => true)
  const ended = once(child, 'exit').then(() => false)
  if (await Promise.race([ready, ended])) return child
  throw new StartError('The web server did not start. The lines above say why.')
}
