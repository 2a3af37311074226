import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../free-port'
import { startWeb } from '../web'

type Victim = { port: number; child: ChildProcess }
export type Victims = { bases: string[]; kill: () => Promise<string>; killed: () => number; stop: () => Promise<void> }

/** Where a process of the market may be made to die; see `crashPoint` in the kernel. */
export const points = [
  'order-placed',
  'order-committed',
  'answer-stored',
  'capture-booked',
  'capture-committed',
  'events-handled',
  'refund-asked',
] as const

/**
 * Two instances on one database; each is started again as soon as it is dead. Every named point kills twice, then the
 * starts are ordinary ones: a key stays with a dead process for half a minute, and somebody has to get through.
 */
export async function startVictims(env: NodeJS.ProcessEnv): Promise<Victims> {
  let stopped = false
  let killed = 0
  let next = 0
  const start = async (port: number): Promise<Victim> => {
    const point = next < 2 * points.length ? points[next++ % points.length] : ''
    const APP_URL = `http://localhost:${port}`
    const child = await startWeb({ ...env, PORT: String(port), APP_URL, NEXTAUTH_URL: APP_URL, CRASH_AT: point })
    const victim = { port, child }
    child.once('exit', () => void revive(victim))
    return victim
  }
  const revive = async (victim: Victim) => {
    if (stopped) return
    killed += 1
    Object.assign(victim, await start(victim.port).catch(() => ({})))
  }
  const victims = await Promise.all([await freePort(), await freePort()].map(start))
  return {
    bases: victims.map(({ port }) => `http://localhost:${port}`),
    killed: () => killed,
    kill: async () => {
      const victim = victims[Math.floor(Math.random() * victims.length)]
      if (!victim || victim.child.exitCode !== null || victim.child.signalCode !== null) return 'dead already'
      victim.child.kill('SIGKILL')
      await once(victim.child, 'exit')
      return `killed :${victim.port}`
    },
    stop: async () => {
      stopped = true
      for (const { child } of victims) child.kill('SIGKILL')
      await pause(200)
    },
  }
}
