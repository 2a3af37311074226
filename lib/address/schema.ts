import { z } from 'zod'
import type { Locale } from '@/lib/i18n'
import list from './regions.json'

/** Regions and districts of Uzbekistan by their SOATO codes; English speakers read the Uzbek names. */
export type District = { code: number; uz: string; ru: string }
export type Region = District & { districts: District[] }

export const regions: readonly Region[] = list

const inOrder = [...regions].sort((a, b) => Number(b.code === 1726) - Number(a.code === 1726))

type Choice = { code: number; name: string }

const nameOf = (place: District, locale: Locale) => (locale === 'ru' ? place.ru : place.uz)
const choice = (place: District, locale: Locale): Choice => ({ code: place.code, name: nameOf(place, locale) })

/** Tashkent city first: most parcels go there. */
export const regionChoices = (locale: Locale): Choice[] => inOrder.map((region) => choice(region, locale))

export const districtChoices = (region: number, locale: Locale): Choice[] =>
  (findRegion(region)?.districts ?? []).map((district) => choice(district, locale))

export const findRegion = (code: number): Region | undefined => regions.find((region) => region.code === code)

export const findDistrict = (region: number, district: number): District | undefined =>
  findRegion(region)?.districts.find(({ code }) => code === district)

export const regionName = (code: number, locale: Locale): string => {
  const region = findRegion(code)
  return region === undefined ? '' : nameOf(region, locale)
}

/** `Rishton tumani, Fargʻona viloyati`: from the smaller to the larger, as it is written on a parcel. */
export const placeName = (region: number, district: number, locale: Locale): string => {
  const found = findDistrict(region, district)
  return [found && nameOf(found, locale), regionName(region, locale)].filter(Boolean).join(', ')
}

/** Forms send codes as text, JSON as numbers; a failure's message is its message key. */
export const addressSchema = z
  .strictObject({
    region: z.coerce.number({ error: 'region' }).int({ error: 'region' }),
    district: z.coerce.number({ error: 'district' }).int({ error: 'district' }),
    street: z.string({ error: 'street' }).trim().min(3, { error: 'street' }).max(200, { error: 'street' }),
    landmark: z.string().trim().max(200, { error: 'landmark' }).optional(),
  })
  .superRefine((address, context) => {
    if (findRegion(address.region) === undefined)
      context.addIssue({ code: 'custom', path: ['region'], message: 'region' })
    else if (findDistrict(address.region, address.district) === undefined)
      context.addIssue({ code: 'custom', path: ['district'], message: 'district' })
  })

export type AddressInput = z.infer<typeof addressSchema>
