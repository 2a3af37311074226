import type { Currency } from '@/lib/kernel/money'
import type { AccountKind, ShopId } from './schema'

export type Account = {
  code: string
  kind: AccountKind
  shopId: ShopId | null
  /** Whose store credit it is. */
  userId?: string
  minBalance: number | null
}

type ShopKind = 'shop_pending' | 'shop_payable' | 'shop_debt' | 'reserve'

const code = (kind: AccountKind, owner: string | null, currency: Currency) =>
  [kind, owner, currency === 'UZS' ? null : currency].filter((part) => part !== null).join(':')

/** One of the market's own; `clearing` belongs to a provider. */
export const account = (
  kind: Exclude<AccountKind, ShopKind | 'clearing' | 'store_credit'>,
  currency: Currency,
): Account => ({
  code: code(kind, null, currency),
  kind,
  shopId: null,
  minBalance: null,
})

export const clearing = (provider: string, currency: Currency): Account => ({
  code: code('clearing', provider, currency),
  kind: 'clearing',
  shopId: null,
  minBalance: null,
})

/** What the market owes a person, to be spent here; nobody can spend what is not there. */
export const creditAccount = (userId: string, currency: Currency): Account => ({
  code: code('store_credit', userId, currency),
  kind: 'store_credit',
  shopId: null,
  userId,
  minBalance: 0,
})

/** Escrow and reserve cannot be overdrawn; payable and debt may turn, and are carried against the next sales. */
export const shopAccount = (kind: ShopKind, shopId: ShopId, currency: Currency): Account => ({
  code: code(kind, shopId, currency),
  kind,
  shopId,
  minBalance: kind === 'shop_pending' || kind === 'reserve' ? 0 : null,
})
