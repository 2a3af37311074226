import { type Actor, isOperator } from '@/lib/auth/schema'
import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { sinkNames } from '@/lib/measure/schema'
import { FEED_MEDIUM, feedNames } from '@/lib/seo/schema'
import { type Step, steps } from '@/lib/visit/schema'
import type { CampaignRow, EventCheck, FeedRow, Funnel, MarketingWindow, TouchName } from './marketing-schema'

type Row = { step: Step; locale: Locale | null; device: 'phone' | 'desktop' | null; people: number }

const nobody = () => Object.fromEntries(steps.map((step) => [step, 0])) as Record<Step, number>

/** How many people came how far, in the market and by language and device. Null but for the market's people. */
export async function getFunnel(actor: Actor, days: MarketingWindow): Promise<Funnel | null> {
  if (!isOperator(actor)) return null
  const { rows } = await sql.query<Row>(
    `select step, locale, device, count(distinct subject)::int as people
       from visit_event where at >= now() - make_interval(days => $1)
      group by grouping sets ((step), (step, locale, device))
      order by locale, device`,
    [days],
  )
  const whole = nobody()
  const parts = new Map<string, Funnel['parts'][number] & { people: Record<Step, number> }>()
  for (const { step, locale, device, people } of rows) {
    if (locale === null || device === null) {
      whole[step] = people
      continue
    }
    const part = parts.get(`${locale} ${device}`) ?? { locale, device, people: nobody() }
    part.people[step] = people
    parts.set(`${locale} ${device}`, part)
  }
  return { whole, parts: [...parts.values()] }
}

type Sold = { source: string; campaign: string; orders: number; paid: number; refunded: number }
type Spent = { name: string | null; cost: number | null }

/** What was spent is of every campaign that ran in the window, whether or not anybody bought. */
const campaigns = (touch: TouchName) => `
  with sold as (
    select lower(o.${touch}_touch ->> 'source') as source, coalesce(o.${touch}_touch ->> 'campaign', '') as campaign,
           count(*)::int as orders, sum(v.paid_total)::bigint as paid, sum(v.refunded_total)::bigint as refunded
      from order_origin o join order_view v on v.id = o.order_id
     where o.created_at >= now() - make_interval(days => $1) and v.paid_total > 0 and o.${touch}_touch is not null
     group by 1, 2
  ), spent as (
    select source, campaign, min(name) as name, sum(cost)::bigint as cost
      from campaign where coalesce(ends_on, current_date) >= current_date - $1::int
     group by 1, 2)
  select coalesce(s.source, c.source) as source, coalesce(s.campaign, c.campaign) as campaign, c.name, c.cost,
         coalesce(s.orders, 0) as orders, coalesce(s.paid, 0) as paid, coalesce(s.refunded, 0) as refunded
    from sold s full join spent c on c.source = s.source and c.campaign = s.campaign
   order by paid desc, source, campaign limit 200`

const earned = (kept: number, cost: number | null): number | null =>
  cost === null || cost === 0 ? null : Number((BigInt(kept) * 100n) / BigInt(cost))

/** Nothing but for the market's people. */
export async function listCampaigns(actor: Actor, days: MarketingWindow, touch: TouchName): Promise<CampaignRow[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<Sold & Spent>(campaigns(touch), [days])
  return rows.map(({ name, source, campaign, orders, paid, refunded, cost }) => ({
    name,
    source,
    campaign,
    orders,
    paid: money(paid, 'UZS'),
    refunded: money(refunded, 'UZS'),
    cost: cost === null ? null : money(cost, 'UZS'),
    return: earned(paid - refunded, cost),
  }))
}

type FeedSold = { feed: string; orders: number; paid: number; refunded: number }

const feeds = (touch: TouchName) => `
  select lower(o.${touch}_touch ->> 'source') as feed, count(*)::int as orders, sum(v.paid_total)::bigint as paid,
         sum(v.refunded_total)::bigint as refunded
    from order_origin o join order_view v on v.id = o.order_id
   where o.created_at >= now() - make_interval(days => $1) and v.paid_total > 0
     and o.${touch}_touch ->> 'medium' = $2
   group by 1`

/** What each product feed has brought; all of them, also those that brought nothing. Nothing but for the market's people. */
export async function listFeeds(actor: Actor, days: MarketingWindow, touch: TouchName): Promise<FeedRow[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<FeedSold>(feeds(touch), [days, FEED_MEDIUM])
  return feedNames.map((feed) => {
    const sold = rows.find((row) => row.feed === feed)
    return {
      feed,
      orders: sold?.orders ?? 0,
      paid: money(sold?.paid ?? 0, 'UZS'),
      refunded: money(sold?.refunded ?? 0, 'UZS'),
    }
  })
}

// A job has a minute; whoever may not be told of is not missed.
const compared = `
  with paid as (
    select v.id, v.number, o.consent, o.ga_client from order_view v join order_origin o on o.order_id = v.id
     where o.created_at >= now() - make_interval(days => $1) and v.paid_total > 0
  ), each as (
    select p.*, c.status, c.at, h.event_id is not null as hit,
           case when $2 = 'ga4' then 'analytics' = any(p.consent) and p.ga_client is not null
                else 'ads' = any(p.consent) end as may
      from paid p
      left join conversion c on c.event_id = 'purchase:' || p.id and c.sink = $2
      left join pixel_hit h on h.event_id = 'purchase:' || p.id and h.sink = $2)
  select count(*)::int as orders, count(*) filter (where may)::int as allowed,
         count(*) filter (where status = 'sent')::int as sent,
         count(*) filter (where status = 'waiting')::int as waiting, count(*) filter (where hit)::int as hits,
         coalesce((array_agg(number order by id desc)
           filter (where may and status = 'waiting' and at < now() - interval '1 minute'))[1:20], '{}') as missing
    from each`

/** Orders beside what was told of them, for each counter. Nothing but for the market's people. */
export async function compareEvents(actor: Actor, days: MarketingWindow): Promise<EventCheck[]> {
  if (!isOperator(actor)) return []
  const checks: EventCheck[] = []
  for (const sink of sinkNames) {
    const { rows } = await sql.query<Omit<EventCheck, 'sink'>>(compared, [days, sink])
    if (rows[0]) checks.push({ sink, ...rows[0] })
  }
  return checks
}
