import type { Locale } from '@/lib/i18n'

export type CheckoutLink = {
  /** https://checkout.paycom.uz, or https://test.paycom.uz for the sandbox */
  checkout: string
  kassa: string
  accountField: string
  number: string
  /** Tiyin. */
  amount: number
  locale: Locale
  returnUrl: string
}

/**
 * Standard base64 of `key=value` pairs joined by `;`. The link is not signed: the buyer may change the amount, which
 * CheckPerform refuses; only PerformTransaction is a payment.
 */
export function checkoutLink({ checkout, kassa, accountField, number, amount, locale, returnUrl }: CheckoutLink) {
  const pairs = [`m=${kassa}`, `ac.${accountField}=${number}`, `a=${amount}`, `l=${locale}`]
  // A separator inside the address would end it: then the buyer comes back by hand.
  if (returnUrl && !returnUrl.includes(';')) pairs.push(`c=${returnUrl}`)
  return `${checkout.replace(/\/$/, '')}/${Buffer.from(pairs.join(';')).toString('base64')}`
}
