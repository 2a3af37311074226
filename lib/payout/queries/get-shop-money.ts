import type { SellerActor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { shopBalances } from '@/lib/ledger'
import type { ShopMoney } from '../schema'
import { getDetails, getSchedule } from './get-terms'

/** What the seller's own shop has, when it is paid, and where to. */
export async function getShopMoney(actor: SellerActor): Promise<ShopMoney> {
  const [balances, schedule, details] = await Promise.all([
    shopBalances(sql, actor.shopId),
    getSchedule(sql, actor.shopId),
    getDetails(sql, actor.shopId),
  ])
  return { balances, schedule, details }
}
