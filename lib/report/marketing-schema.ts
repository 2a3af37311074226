import type { Locale } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'
import type { SinkName } from '@/lib/measure/schema'
import type { FeedName } from '@/lib/seo/schema'
import type { Step } from '@/lib/visit/schema'

export const marketingWindows = [7, 30, 90] as const
export type MarketingWindow = (typeof marketingWindows)[number]

type People = Readonly<Record<Step, number>>

/** People who took a step at least once; one who only paid was not seen on the way, and counts there alone. */
export type Funnel = { whole: People; parts: { locale: Locale; device: 'phone' | 'desktop'; people: People }[] }

export const touches = ['last', 'first'] as const
export type TouchName = (typeof touches)[number]

/** Paid orders by who sent their buyers; `cost` null: nobody wrote it down. */
export type CampaignRow = {
  name: string | null
  source: string
  campaign: string
  orders: number
  paid: Money
  refunded: Money
  cost: Money | null
  /** Hundredths: 350 is 3.5 earned back for each spent. */
  return: number | null
}

/** Purchases of the window: what the market knows, told itself, and heard that pages told. */
export type EventCheck = {
  sink: SinkName
  orders: number
  allowed: number
  sent: number
  waiting: number
  hits: number
  /** Numbers of orders that should have been told by now and were not; the newest twenty. */
  missing: string[]
}

/** What a product feed has brought. */
export type FeedRow = { feed: FeedName; orders: number; paid: Money; refunded: Money }
