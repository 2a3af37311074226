import type { Actor } from '@/lib/auth/schema'
import type { Tx } from '@/lib/kernel/db'
import { type Currency, type Money, minus, money, toWire } from '@/lib/kernel/money'
import { fail, type Result } from '@/lib/kernel/result'
import { lockCredit } from '@/lib/ledger'
import { fitsProvider, largestPayment, type Provider } from '@/lib/payment/schema'
import type { OrderPlaced } from '../domain/events'
import { cashMost } from '../queries/cash-most'
import type { PlaceOrderFailure, PlaceOrderInput } from '../schema'

type Refused = Result<never, PlaceOrderFailure>

/** What a provider is asked for. */
export const toPay = ({ total, credit }: OrderPlaced): Money => (credit ? minus(total, credit) : total)

const largest = (provider: Provider, currency: Currency) => toWire(money(largestPayment[provider] ?? 0, currency))

const priceChanged = ({ expectedTotal }: PlaceOrderInput, amount: number, currency: string): boolean =>
  expectedTotal !== undefined && (Number(expectedTotal.amount) !== amount || expectedTotal.currency !== currency)

/** A courier who comes in vain costs somebody: how much may be asked for at the door depends on where and on whom. */
async function refuseCash(tx: Tx, { contact, address }: PlaceOrderInput, total: number): Promise<Refused | null> {
  const most = await cashMost(tx, contact.phone, address?.region ?? null)
  if (total <= most) return null
  return fail('cash-unavailable', most > 0 ? { most: toWire(money(most, 'UZS')) } : {})
}

/** Only the person whose it is may spend it: a cart's token is not enough. */
async function refuseCredit(
  tx: Tx,
  { credit, currency, buyerId }: OrderPlaced,
  input: PlaceOrderInput,
  actor: Actor,
): Promise<Refused | null> {
  if (!credit) return null
  if (actor.kind !== 'user' || actor.id !== buyerId || input.credit?.currency !== currency) return fail('wrong-credit')
  const locked = await lockCredit(tx, buyerId, credit)
  return locked.ok ? null : locked
}

/** What speaks against an order whose price is known; null: nothing. */
export async function refuseOrder(
  tx: Tx,
  data: OrderPlaced,
  input: PlaceOrderInput,
  actor: Actor,
): Promise<Refused | null> {
  const { total, provider } = data
  if (priceChanged(input, total.amount, total.currency)) return fail('price-changed', { total: toWire(total) })
  if (provider !== 'credit' && !fitsProvider(provider, toPay(data).amount))
    return fail('amount-too-large', { most: largest(provider, total.currency) })
  const cash = provider === 'cash' ? await refuseCash(tx, input, total.amount) : null
  return cash ?? (await refuseCredit(tx, data, input, actor))
}
