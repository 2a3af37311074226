import { cacheLife, cacheTag } from 'next/cache'
import { isAnythingTried } from '@/lib/experiment'
import { heatShare } from '@/lib/heatmap'
import { tags } from '@/lib/kernel/cache'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import type { Counters } from './schema'
import { isAnyShopMeasuring } from './shop-pixels'

const counter = (id: string | undefined, script: string) => (id === undefined ? null : { id, script })

/** What the market itself and its shops would like to know, for every visitor who asks. */
async function ownWishes(): Promise<{ heat: number; tried: boolean; shops: boolean }> {
  'use cache'
  cacheLife('catalog')
  cacheTag(tags.everything(), tags.measuring())
  return { heat: await heatShare(sql), tried: await isAnythingTried(sql), shops: await isAnyShopMeasuring(sql) }
}

/** Which counters this market has; null: none, and nothing of its own to count, so nobody need be asked for anything. */
export async function readCounters(): Promise<Counters | null> {
  const { heat, tried, shops } = await ownWishes()
  const counters = {
    ga4: counter(env.GA4_MEASUREMENT_ID, env.GA4_SCRIPT_URL),
    meta: counter(env.META_PIXEL_ID, env.META_SCRIPT_URL),
    metrica: counter(env.METRICA_ID, env.METRICA_SCRIPT_URL),
    vercel: env.VERCEL_ANALYTICS === 'on',
    heat,
    shops,
  }
  return tried || Object.values(counters).some(Boolean) ? counters : null
}
