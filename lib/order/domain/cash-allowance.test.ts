import { expect, it } from 'vitest'
import { cashAllowance } from './cash-allowance'

const limit = { allowed: true, most: 500, mostFirst: 200 }

it.each([
  ['a first order has the smaller limit', limit, { taken: 0, untaken: 0 }, 200],
  ['who has taken a parcel has the larger one', limit, { taken: 1, untaken: 0 }, 500],
  ['two parcels in vain are forgiven', limit, { taken: 0, untaken: 2 }, 200],
  ['three are not', limit, { taken: 0, untaken: 3 }, 0],
  ['unless more were taken', limit, { taken: 4, untaken: 3 }, 500],
  ['as many in vain as taken are too many', limit, { taken: 3, untaken: 4 }, 0],
  ['a region may be closed to cash', { ...limit, allowed: false }, { taken: 9, untaken: 0 }, 0],
])('%s', (_name, region, history, most) => expect(cashAllowance(region, history)).toBe(most))
