import { expect, it } from 'vitest'
import { buildDetail } from './fiscal-detail'

const code = '00101001001000000'
const line = { title: 'Choynak', price: 1_000_000, count: 3, discount: 50_001, ikpu: code, packageCode: '1234567' }
const delivery = { ...line, title: 'Yetkazib berish', price: 1_500_000, count: 1, discount: 0 }

it('gives unit prices and line discounts that add up to the amount, delivery among them', () => {
  const detail = buildDetail([line, delivery], 3 * 1_000_000 - 50_001 + 1_500_000, 12)
  expect(detail).toEqual({
    receipt_type: 0,
    items: [
      {
        title: 'Choynak',
        price: 1_000_000,
        count: 3,
        code,
        package_code: '1234567',
        vat_percent: 12,
        discount: 50_001,
      },
      { title: 'Yetkazib berish', price: 1_500_000, count: 1, code, package_code: '1234567', vat_percent: 12 },
    ],
  })
})

it('gives none rather than one that Payme refuses: without a code, or a tiyin off', () => {
  expect(buildDetail([line], 2_949_998, 12)).toBeNull()
  expect(buildDetail([{ ...line, ikpu: undefined }], 2_949_999, 12)).toBeNull()
  expect(buildDetail([{ ...line, ikpu: '123' }], 2_949_999, 12)).toBeNull()
  expect(buildDetail([{ ...line, packageCode: undefined }], 2_949_999, 12)).toBeNull()
  expect(buildDetail([line], 2_949_999, 12)).not.toBeNull()
})
