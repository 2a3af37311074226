import { describe, expect, it } from 'vitest'
import { orderAddressSchema } from './schema'

const wrongField = (region: number | string, district: number | string) =>
  orderAddressSchema.safeParse({ region, district, street: 'Qatortol, 24' }).error?.issues.map(({ path }) => path[0])

describe('an address of an order', () => {
  it('names a district of its region, as numbers or as text', () => {
    expect(wrongField(1726, 1726262)).toBeUndefined()
    expect(wrongField('1703', '1703401')).toBeUndefined()
  })

  it('is refused with a district of another region, and says which field', () => {
    expect(wrongField(1726, 1703401)).toEqual(['district'])
  })

  it('is refused with a region that does not exist', () => {
    expect(wrongField(9999, 1703401)).toEqual(['region'])
  })
})
