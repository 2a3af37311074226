import type { Locale } from '@/lib/i18n'

export type CheckoutLink = {
  kassa: string
  accountField: string
  number: string
  /** Tiyin. */
  amount: number
  locale: Locale
  returnUrl: string
}

const CHECKOUT = 'https://checkout.paycom.uz/'

/** Base64 of `key=value` pairs joined by `;`. The link is not signed: only PerformTransaction is a payment. */
export function checkoutLink({ kassa, accountField, number, amount, locale, returnUrl }: CheckoutLink): string {
  const pairs = [`m=${kassa}`, `ac.${accountField}=${number}`, `a=${amount}`, `l=${locale}`, `c=${returnUrl}`]
  return CHECKOUT + Buffer.from(pairs.map((pair) => pair.replaceAll(';', '')).join(';')).toString('base64')
}
