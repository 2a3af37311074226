'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { CheckoutState, CouponState } from '@/components/checkout/checkout-state'
import { saveAddress } from '@/lib/address'
import { keepOrigin } from '@/lib/attribution'
import { currentActor, forgetGuestCart, keepOrderPass } from '@/lib/auth'
import type { Actor } from '@/lib/auth/schema'
import { formatMoney } from '@/lib/format'
import { defaultLocale, fill, isLocale, type Locale } from '@/lib/i18n'
import { checkoutText } from '@/lib/i18n/messages/checkout'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { fromWire, type WireMoney } from '@/lib/kernel/money'
import { placeOrder } from '@/lib/order'
import type { PlacedOrder, PlaceOrderInput } from '@/lib/order/schema'
import { startPayment } from '@/lib/payment'
import { claimReferral } from '@/lib/referral'
import { forgetCoupon } from '../coupon-cookie'
import { keepState } from '../kept-state'
import { forgetReferral, keptReferral } from '../referral-cookie'
import { askCoupon, couponWords, isCouponRefusal } from './ask-coupon'
import { formValues, readForm } from './read-form'
import { readVisit } from './read-visit'

type Refusal = Extract<Awaited<ReturnType<typeof placeOrder>>, { ok: false }>

const cartProblems: readonly Refusal['code'][] = [
  'out-of-stock',
  'below-minimum-order',
  'not-a-multiple',
  'empty-order',
  'cart-closed',
  'not-found',
]

function explain(refusal: Refusal, locale: Locale): string {
  const t = checkoutText[locale]
  if (refusal.code === 'not-found') return t['empty-order']
  if (refusal.code === 'amount-too-large') {
    const most = fromWire(refusal.detail?.['most'] as WireMoney)
    return fill(t['amount-too-large'], { most: formatMoney(most, locale) })
  }
  if (refusal.code === 'cash-unavailable' && refusal.detail?.['most']) {
    return fill(t.cashMost, { most: formatMoney(fromWire(refusal.detail['most'] as WireMoney), locale) })
  }
  if (isCouponRefusal(refusal.code)) return couponWords(refusal.code, refusal.detail, locale)
  if (refusal.code !== 'price-changed') return t[refusal.code]
  const total = fromWire(refusal.detail?.['total'] as WireMoney)
  return fill(t['price-changed'], { total: formatMoney(total, locale) })
}

/** A coupon's refusal stands beside its field. */
function tell(refusal: Refusal, coupon: CouponState, locale: Locale) {
  const problem = explain(refusal, locale)
  if (!isCouponRefusal(refusal.code)) return { problem, coupon }
  return { problem: checkoutText[locale].checkFields, coupon: { cut: null, problem } }
}

/** On our own address the path is enough: the buyer stays on the host whose cookies open the order. */
const stay = (url: string): string => (url.startsWith(`${env.APP_URL}/`) ? url.slice(env.APP_URL.length) : url)

/** The order stands even if the provider is not there: its page offers to pay again. */
async function payUrl(order: PlacedOrder, input: PlaceOrderInput, locale: Locale): Promise<string> {
  const orderUrl = `/${locale}/orders/${order.number}`
  const { provider } = input.payment
  if (order.order.provider === 'credit') return orderUrl
  const requested = order.order.payments.find((payment) => payment.provider === provider)?.url
  if (requested) return stay(requested)
  try {
    const started = await startPayment(order.orderId, provider, locale)
    return started.ok ? stay(started.value.url) : orderUrl
  } catch (error) {
    log.error({ err: error, order: order.orderId }, 'a payment did not start')
    return `${orderUrl}?pay=failed`
  }
}

async function remember(order: PlacedOrder, input: PlaceOrderInput, actor: Actor): Promise<void> {
  await forgetCoupon()
  if (actor.kind === 'user') await forgetReferral()
  await keepOrderPass({ number: order.number, token: order.accessToken })
  if (actor.kind === 'guest') await forgetGuestCart()
  // A full address book is no reason to trouble the buyer now.
  if (actor.kind === 'user' && input.address !== undefined) void (await saveAddress(input.address, actor))
}

/** Actor → parse → place → pay. Refusals come back with everything that was written. */
export async function submitCheckout(state: CheckoutState, form: FormData): Promise<CheckoutState> {
  const values = formValues(form)
  const locale = isLocale(values['locale']) ? values['locale'] : defaultLocale
  const actor = await currentActor()
  const coupon = await askCoupon(values, actor, locale)
  const again = { tries: state.tries + 1, values, wrong: [], cartFirst: false, coupon, problem: null }
  if (values['apply'] === 'coupon') return keepState('checkout', { ...again, tries: state.tries })
  const read = readForm(form)
  if (!read.ok) return keepState('checkout', { ...again, wrong: read.wrong, problem: checkoutText[locale].checkFields })
  const attempt = values['attempt']?.slice(0, 64)
  const origin = await readVisit(locale)
  const sentBy = await keptReferral()
  const placing = { ...read.input, locale, attempt, cartId: values['cartId'] }
  const placed = await placeOrder(placing, actor, async (tx, { orderId }) => {
    await keepOrigin(tx, orderId, origin)
    if (actor.kind === 'user') await claimReferral(tx, { orderId, friendId: actor.id, ...sentBy })
  })
  if (!placed.ok) {
    refresh()
    const cartFirst = cartProblems.includes(placed.code)
    return keepState('checkout', { ...again, ...tell(placed, coupon, locale), cartFirst })
  }
  await remember(placed.value, read.input, actor)
  redirect(await payUrl(placed.value, read.input, locale))
}
