import { expect, it } from 'vitest'
import { checkoutLink } from './checkout-link'

it('tells Payme the kassa, the order, the sum, the language and the way back', () => {
  const link = checkoutLink({
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
