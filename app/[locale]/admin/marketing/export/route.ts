import { stringify } from 'csv-stringify/sync'
import { actorFromRequest } from '@/lib/auth'
import type { UserActor } from '@/lib/auth/schema'
import { isOperator } from '@/lib/auth/schema'
import { compareEvents, getFunnel, listCampaigns } from '@/lib/report'
import { type MarketingWindow, marketingWindows, touches } from '@/lib/report/schema'
import { steps } from '@/lib/visit/schema'

type Table = (string | number)[][]

async function funnelTable(actor: UserActor, days: MarketingWindow): Promise<Table> {
  const funnel = await getFunnel(actor, days)
  const parts = funnel?.parts ?? []
  return [
    ['locale', 'device', ...steps],
    ...parts.map((part) => [part.locale, part.device, ...steps.map((step) => part.people[step])]),
  ]
}

async function campaignTable(actor: UserActor, days: MarketingWindow, touch: string | null): Promise<Table> {
  const rows = await listCampaigns(actor, days, touches.find((one) => one === touch) ?? 'last')
  const head = ['source', 'campaign', 'name', 'orders', 'paid_tiyin', 'refunded_tiyin', 'cost_tiyin', 'return_percent']
  return [
    head,
    ...rows.map((row) => [
      row.source,
      row.campaign,
      row.name ?? '',
      row.orders,
      row.paid.amount,
      row.refunded.amount,
      row.cost?.amount ?? '',
      row.return ?? '',
    ]),
  ]
}

async function eventTable(actor: UserActor, days: MarketingWindow): Promise<Table> {
  const rows = await compareEvents(actor, days)
  const head = ['counter', 'orders', 'allowed', 'sent', 'waiting', 'hits', 'missing']
  return [
    head,
    ...rows.map((row) => [row.sink, row.orders, row.allowed, row.sent, row.waiting, row.hits, row.missing.join(' ')]),
  ]
}

/** The marketing page's tables as they are. A stranger gets what an address that is not there gets. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (actor.kind !== 'user' || !isOperator(actor)) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams
  const days = marketingWindows.find((one) => String(one) === asked.get('days')) ?? 30
  const part = (['campaigns', 'events'] as const).find((one) => one === asked.get('part')) ?? 'funnel'
  const table =
    part === 'campaigns'
      ? await campaignTable(actor, days, asked.get('touch'))
      : part === 'events'
        ? await eventTable(actor, days)
        : await funnelTable(actor, days)
  return new Response(stringify(table, { bom: true, escape_formulas: true }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bozor-${part}-${days}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
