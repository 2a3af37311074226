import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { pool, sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { countFindings } from '@/lib/payment'
import { clientAddress, isLoopback } from './address'

type Meters = { registry: Registry; calls: Histogram<'operation' | 'status'> }

/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorMeters?: Meters }

function open(): Meters {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const calls = new Histogram({
    name: 'bozor_rest_seconds',
    help: 'Time of REST calls',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  new Gauge({
    name: 'bozor_pool_connections',
    help: 'Connections of this instance to the database',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = pool()
      this.set({ state: 'busy' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waited-for' }, waitingCount)
    },
  })
  new Gauge({
    name: 'bozor_orders',
    help: 'Orders by status',
    labelNames: ['status'],
    registers,
    async collect() {
      const { rows } = await sql.query<{ status: string; count: number }>(
        'select status, count(*)::int as count from order_view group by status',
      )
      for (const { status, count } of rows) this.set({ status }, count)
    },
  })
  new Gauge({
    name: 'bozor_payment_findings',
    help: 'Differences between a provider and us, by what became of them; alarm: an event that came again changed',
    labelNames: ['provider', 'outcome'],
    registers,
    async collect() {
      this.reset()
      for (const { provider, outcome, count } of await countFindings()) this.set({ provider, outcome }, count)
    },
  })
  return { registry, calls }
}

const meters = () => (shared.bozorMeters ??= open())

export const observe = (operation: string, status: number, seconds: number) =>
  meters().calls.observe({ operation, status: String(status) }, seconds)

const isToken = (given: string, token: string) =>
  given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))

/** From this machine, or with METRICS_TOKEN: numbers tell rivals what a shop sells. */
export function mayReadMetrics(request: Request): boolean {
  const given = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (env.METRICS_TOKEN && given) return isToken(given, env.METRICS_TOKEN)
  return isLoopback(clientAddress(request))
}

/** Prometheus text. */
export const metrics = async () => ({ text: await meters().registry.metrics(), type: meters().registry.contentType })
