'use client'

import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { AddressFields } from '@/components/checkout/address-fields'
import {
  type CheckoutField,
  type CheckoutState,
  type CouponState,
  type CreditChoice,
  freshCheckout,
  type ProviderChoice,
  type RegionChoice,
  type ShopChoice,
  shownTotal,
  usableCredit,
} from '@/components/checkout/checkout-state'
import { CheckoutSummary } from '@/components/checkout/checkout-summary'
import { CouponField } from '@/components/checkout/coupon-field'
import { CreditField } from '@/components/checkout/credit-field'
import { DeliveryBlock } from '@/components/checkout/delivery-block'
import { Pick } from '@/components/checkout/pick'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import type { CheckoutText } from '@/lib/i18n/messages/checkout'

export type CheckoutData = {
  locale: Locale
  cartId: string
  /** Two presses of one page are one order. */
  attempt: string
  shops: ShopChoice[]
  providers: ProviderChoice[]
  regions: RegionChoice[]
  count: number
  items: number
  values: Record<string, string>
  coupon: CouponState
  credit: CreditChoice
  /** The answer to a press without JavaScript. */
  kept: CheckoutState | null
}

type Action = (state: CheckoutState, form: FormData) => Promise<CheckoutState>
type Props = CheckoutData & { t: CheckoutText; action: Action }

function Block({ nr, title, children }: { nr: number; title: string; children: ReactNode }) {
  return (
    <section className="panel blk" aria-label={title}>
      <header>
        <span className="nr" aria-hidden="true">
          {nr}
        </span>
        <h2 className="text-[19px] leading-6">{title}</h2>
      </header>
      {children}
    </section>
  )
}

function Problem({ state, t, cartHref }: { state: CheckoutState; t: CheckoutText; cartHref: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.tries > 0) box.current?.focus()
  }, [state.tries])
  if (state.problem === null) return null
  return (
    <div ref={box} className="panel mt-4 border-bad" role="alert" tabIndex={-1}>
      <p className="strong row text-bad">
        <Icon name="info" />
        {t.problemTitle}
      </p>
      <p className="mt-1">{state.problem}</p>
      {state.cartFirst ? (
        <a className="link mt-2 inline-block" href={cartHref}>
          {t.toCart}
        </a>
      ) : null}
    </div>
  )
}

const mistake = (text: string) => (
  <p className="small row font-semibold text-bad" role="alert">
    <Icon name="info" small />
    {text}
  </p>
)

/** One page, one form; every part of it posts without JavaScript, which only keeps the total live and the page still. */
export function CheckoutForm({ t, action, locale, shops, providers, regions, count, items, ...rest }: Props) {
  const [state, send, busy] = useActionState(action, rest.kept ?? freshCheckout(rest.values, rest.coupon))
  const [picked, setPicked] = useState(state.values)
  const { cut } = state.coupon
  const total = shownTotal(items, shops, picked) - (cut?.amount ?? 0)
  const usable = usableCredit(rest.credit, total)
  const used = picked['useCredit'] === 'on' ? usable : 0
  const toPay = total - used
  const wrong = (field: CheckoutField, text: string) => (state.wrong.includes(field) ? text : undefined)
  const noteOf = (provider: string, note: string) =>
    provider === 'cash' && used > 0 && toPay > 0 ? t.creditCash : note
  // Dispatched by hand, because React empties a form whose action has run, and a refusal must keep what was written.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    if (!busy) startTransition(() => send(form))
  }
  return (
    <>
      <Problem state={state} t={t} cartHref={`/${locale}/cart`} />
      <form className="two-col" action={send} onSubmit={submit} noValidate>
        {/* Enter in any field orders: without it, it would press the coupon's button. */}
        <button type="submit" hidden tabIndex={-1} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="cartId" value={rest.cartId} />
        <input type="hidden" name="attempt" value={rest.attempt} />
        <input type="hidden" name="expectedTotal" value={total} />
        <input type="hidden" name="credit" value={usable} />
        <div>
          <Block nr={1} title={t.who}>
            <div className="form cols">
              <Field
                label={t.phone}
                name="phone"
                type="tel"
                autoComplete="tel"
                inputMode="tel"
                placeholder="+998 90 123-45-67"
                help={t.phoneHelp}
                error={wrong('phone', t.phoneError)}
                defaultValue={state.values['phone'] ?? ''}
              />
              <Field
                label={t.name}
                name="name"
                autoComplete="name"
                maxLength={120}
                error={wrong('name', t.nameError)}
                defaultValue={state.values['name'] ?? ''}
              />
            </div>
          </Block>
          <Block nr={2} title={t.where}>
            <AddressFields
              words={t}
              regions={regions}
              values={state.values}
              errors={{
                region: wrong('region', t.regionError),
                district: wrong('district', t.districtError),
                street: wrong('street', t.streetError),
                landmark: wrong('landmark', t.landmarkError),
              }}
            />
            <p className="small muted">{t.pickupNote}</p>
          </Block>
          <Block nr={3} title={t.delivery}>
            {state.wrong.includes('delivery') ? mistake(t.deliveryError) : null}
            <DeliveryBlock
              shops={shops}
              values={state.values}
              free={t.free}
              locale={locale}
              onPick={(field, method) => setPicked((before) => ({ ...before, [field]: method }))}
            />
          </Block>
          <Block nr={4} title={t.payment}>
            {state.wrong.includes('payment') ? mistake(t.paymentError) : null}
            <fieldset className="picks two min-w-0">
              <legend className="sr">{t.payment}</legend>
              {providers.map(({ provider, label, note, most, tooMuch }, index) => (
                <Pick
                  key={provider}
                  name="provider"
                  value={provider}
                  checked={state.values['provider'] === undefined ? index === 0 : state.values['provider'] === provider}
                  disabled={(most !== null && toPay > most) || (provider === 'cash' && used > 0 && toPay > 0)}
                  label={label}
                  note={noteOf(provider, most !== null && toPay > most ? tooMuch : note)}
                  side={<Icon name={provider === 'cash' ? 'parcel' : 'card'} />}
                />
              ))}
            </fieldset>
          </Block>
        </div>
        <CheckoutSummary
          t={t}
          locale={locale}
          shops={shops}
          count={count}
          items={items}
          discount={cut?.amount ?? 0}
          credit={used}
          total={total}
          busy={busy}
        >
          {usable === 0 ? null : (
            <CreditField
              t={t}
              locale={locale}
              have={rest.credit.have}
              checked={picked['useCredit'] === 'on'}
              whole={used > 0 && toPay === 0}
              onCheck={(on) => setPicked((before) => ({ ...before, useCredit: on ? 'on' : '' }))}
            />
          )}
          <CouponField t={t} locale={locale} coupon={state.coupon} value={state.values['coupon'] ?? ''} />
        </CheckoutSummary>
        <div className="buybar">
          <span className="grow">
            <span className="small muted block">{t.toPay}</span>
            <span className="price num">{formatMoney({ amount: toPay, currency: 'UZS' }, locale)}</span>
          </span>
          <Button kind="act" type="submit" busy={busy}>
            {t.submit}
          </Button>
        </div>
      </form>
    </>
  )
}
