import { z } from 'zod'
import { falling } from '@/lib/price/schema'
import { countryCodes } from './countries'
import { readGtin } from './gtin'
import { readVideoLink } from './video-link'

/** No more of one thing fits into a cart. */
const pieces = z.int().min(1).max(999)

export const orderTermsSchema = z.strictObject({ minOrder: pieces, multiple: pieces })

export const productStatuses = ['draft', 'active', 'paused', 'archived'] as const

const written = (max: number) =>
  z.strictObject({
    uz: z.string().trim().min(1).max(max).optional(),
    ru: z.string().trim().min(1).max(max).optional(),
    en: z.string().trim().min(1).max(max).optional(),
  })
const titled = written(200).refine((texts) => Object.values(texts).some(Boolean), 'write the title in one language')

/** Wire money is converted by `fromWire` of the REST layer; commands take minor units. */
export const wireMoneySchema = z.strictObject({
  amount: z.string().regex(/^[1-9]\d{0,14}$/, 'whole minor units'),
  currency: z.literal('UZS'),
})

const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _.'ʻʼ-]{0,39}$/u)
const optionValue = z.string().trim().min(1).max(80)
const attributeText = z.string().trim().min(1).max(200)
const attributeValue = z.union([attributeText, z.number(), z.boolean(), z.array(attributeText).min(1).max(40)])

const gtinSchema = z
  .string()
  .max(20)
  .refine((text) => readGtin(text) !== null, '8, 12, 13 or 14 digits with a right check digit')
/** Of the whole product. */
const about = {
  brand: z.string().trim().min(1).max(80).nullable().optional(),
  origin: z
    .string()
    .refine((code) => countryCodes.includes(code), 'the ISO 3166 code of a country, such as UZ')
    .nullable()
    .optional(),
  video: z
    .string()
    .max(500)
    .refine((link) => readVideoLink(link) !== null, 'an https address of YouTube, Vimeo, Rutube or Mover')
    .nullable()
    .optional(),
}
const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120)
const slugsSchema = z.strictObject({ uz: slugSchema.optional(), ru: slugSchema.optional(), en: slugSchema.optional() })

export const imageInputSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,80}$/),
  alt: written(300).optional(),
  /** What a crop keeps in sight, from the left and the top, 0 to 1. */
  focal: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).optional(),
})

export const variantInputSchema = z.strictObject({
  sku: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/+-]{0,63}$/u, 'letters, digits and . _ / + -'),
  options: z.record(code, optionValue).default({}),
  price: wireMoneySchema,
  compareAtPrice: wireMoneySchema.nullable().optional(),
  stock: z.number().int().min(0).max(1_000_000).default(0),
  ikpu: z
    .string()
    .regex(/^\d{17}$/)
    .optional(),
  gtin: gtinSchema.nullable().optional(),
  minOrder: orderTermsSchema.shape.minOrder.optional(),
  multiple: orderTermsSchema.shape.multiple.optional(),
  /** From so many pieces on one costs less. */
  tiers: z
    .array(z.strictObject({ from: z.int().min(2).max(999), price: wireMoneySchema }))
    .max(10)
    .transform((tiers) => tiers.map(({ from, price }) => ({ from, price: Number(price.amount) })))
    .refine(falling, 'from more pieces on one has to cost less')
    .optional(),
  /** What one of it consists of, by SKU of the same shop; null: it is no bundle any more. */
  bundle: z
    .array(
      z.strictObject({ sku: z.string().trim().min(1).max(100), quantity: orderTermsSchema.shape.multiple.default(1) }),
    )
    .min(1)
    .max(20)
    .nullable()
    .optional(),
})

/** A picture is a key of the gallery or an address; addresses are kept only when they are ours. */
const imagesSchema = z.array(z.union([z.string().trim().min(1).max(2000), imageInputSchema])).max(10)

export const productInputSchema = z.strictObject({
  title: titled,
  description: written(10_000).default({}),
  category: z.string().min(1).max(120),
  attributes: z.record(code, attributeValue).default({}),
  ...about,
  slugs: slugsSchema.optional(),
  images: imagesSchema.default([]),
  variants: z.array(variantInputSchema).min(1).max(100),
  status: z.enum(productStatuses).default('draft'),
})
export type ProductInput = z.infer<typeof productInputSchema>

/** What is left out stays; variants are matched by SKU. */
export const productPatchSchema = z.strictObject({
  title: titled.optional(),
  description: written(10_000).optional(),
  category: z.string().min(1).max(120).optional(),
  attributes: z.record(code, attributeValue).optional(),
  ...about,
  images: imagesSchema.optional(),
  variants: z
    .array(
      variantInputSchema.partial().extend({
        sku: variantInputSchema.shape.sku,
        options: z.record(code, optionValue).optional(),
        stock: z.number().int().min(0).max(1_000_000).optional(),
      }),
    )
    .min(1)
    .max(100)
    .optional(),
  status: z.enum(productStatuses).optional(),
  slug: slugSchema.optional(),
  slugs: slugsSchema.optional(),
  /** SKUs that are sold no more. */
  removeVariants: z.array(z.string().min(1).max(100)).max(100).optional(),
})
export type ProductPatch = z.infer<typeof productPatchSchema>

const som = z.int().min(1).max(999_999_999_999_999)

/** Minor units; what a shop's list of prices for a time says. */
export const priceListInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  from: z.date(),
  to: z.date().nullable().optional(),
  entries: z
    .array(z.strictObject({ sku: z.string().trim().min(1).max(100), price: som, compareAt: som.nullable().optional() }))
    .min(1)
    .max(100_000),
})
export type PriceListInput = z.infer<typeof priceListInputSchema>

export const stockInputSchema = z
  .array(z.strictObject({ sku: z.string().min(1).max(100), quantity: z.number().int().min(0).max(1_000_000) }))
  .min(1)
  .max(1000)
export type StockInput = z.infer<typeof stockInputSchema>
