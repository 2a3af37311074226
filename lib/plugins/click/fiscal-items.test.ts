import { expect, it } from 'vitest'
import { type FiscalLine, fiscalItems } from './fiscal-items'

const line = (change: Partial<FiscalLine> = {}): FiscalLine => ({
  title: 'Choynak',
  price: 10_000_000,
  quantity: 2,
  discount: 0,
  ikpu: '00101001001000000',
  packageCode: '1234567',
  seller: { TIN: '301234567' },
  ...change,
})

it('tells the total of each line, with the tax that is in it', () => {
  expect(fiscalItems([line()], 20_000_000, 12)).toEqual([
    {
      Name: 'Choynak',
      SPIC: '00101001001000000',
      PackageCode: '1234567',
      GoodPrice: 10_000_000,
      Price: 20_000_000,
      Amount: 2,
      VAT: 2_142_857,
      VATPercent: 12,
      CommissionInfo: { TIN: '301234567' },
    },
  ])
})

it('takes the discount of the whole line, and no tax from who pays none', () => {
  const [item] = fiscalItems([line({ discount: 1_000_000, seller: { PINFL: '31501900123454' } })], 19_000_000, 0) ?? []
  expect(item).toMatchObject({
    Price: 20_000_000,
    Discount: 1_000_000,
    VAT: 0,
    CommissionInfo: { PINFL: '31501900123454' },
  })
})

it.each([
  ['no code', [line({ ikpu: undefined })], 20_000_000],
  ['no package', [line({ packageCode: undefined })], 20_000_000],
  ['no seller', [line({ seller: undefined })], 20_000_000],
  ['another sum', [line()], 20_000_001],
  ['nothing', [], 0],
])('is no receipt with %s', (_, lines, amount) => {
  expect(fiscalItems(lines, amount, 12)).toBeNull()
})

it('cuts a title at what the register holds', () => {
  expect(fiscalItems([line({ title: 'x'.repeat(80) })], 20_000_000, 12)?.[0]?.Name).toHaveLength(63)
})
