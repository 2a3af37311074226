import { expect, it } from 'vitest'
import { checkoutLink } from './checkout-link'

it('tells Payme the kassa, the order, the sum, the language and the way back', () => {
  const link = checkoutLink({
    checkout: 'https://checkout.paycom.uz',
    kassa: '587f72c72cac0d162c722ae2',
    accountField: 'order_id',
    number: '104722913K',
    amount: 15_000_000,
    locale: 'uz',
    returnUrl: 'https://bozor.example/uz/orders/104722913K',
  })
  expect(link.startsWith('https://checkout.paycom.uz/')).toBe(true)
  expect(Buffer.from(link.slice('https://checkout.paycom.uz/'.length), 'base64').toString()).toBe(
    'm=587f72c72cac0d162c722ae2;ac.order_id=104722913K;a=15000000;l=uz;c=https://bozor.example/uz/orders/104722913K',
  )
})

it('makes the very text of the documentation', () => {
  const shop = { checkout: 'https://test.paycom.uz/', kassa: '587f72c72cac0d162c722ae2', accountField: 'order_id' }
  const link = checkoutLink({ ...shop, number: 'ORD-1001', amount: 15_000_000, locale: 'uz', returnUrl: '' })
  expect(link).toBe(
    'https://test.paycom.uz/bT01ODdmNzJjNzJjYWMwZDE2MmM3MjJhZTI7YWMub3JkZXJfaWQ9T1JELTEwMDE7YT0xNTAwMDAwMDtsPXV6',
  )
})

it('keeps a separator out of every value', () => {
  const shop = { checkout: 'https://checkout.paycom.uz', kassa: 'k', accountField: 'order_id', number: '1A' }
  const link = checkoutLink({ ...shop, amount: 5_000_000_000, locale: 'ru', returnUrl: 'https://x.uz/a;m=evil' })
  expect(Buffer.from(link.split('/').at(-1) ?? '', 'base64').toString()).toBe('m=k;ac.order_id=1A;a=5000000000;l=ru')
})
