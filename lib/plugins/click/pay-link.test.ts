import { expect, it } from 'vitest'
import { authHeader } from './merchant-api'
import { payLink } from './pay-link'

it('tells Click the service, the order, the sum in soʻm and the way back', () => {
  const link = new URL(
    payLink({
      serviceId: '20001',
      merchantId: '9001',
      number: '104722913K',
      amount: 15_000_050,
      returnUrl: 'https://bozor.example/uz/orders/104722913K',
    }),
  )
  expect(link.origin + link.pathname).toBe('https://my.click.uz/services/pay/')
  expect(Object.fromEntries(link.searchParams)).toEqual({
    service_id: '20001',
    merchant_id: '9001',
    amount: '150000.50',
    transaction_param: '104722913K',
    return_url: 'https://bozor.example/uz/orders/104722913K',
  })
})

it('proves itself to the Merchant API', () => {
  expect(authHeader('2001', 'CLICKSECRET', 1_768_462_245)).toBe(
    '2001:f14c65bbb35843ab1c2b56d4e79d0db68fb2e9ea:1768462245',
  )
})
