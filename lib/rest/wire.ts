import { z } from 'zod'
import { type Money, toWire } from '@/lib/kernel/money'

/** Shapes that several calls share. Answers are described here; what a caller sends is described strictly. */
export const moneyShape = z
  .strictObject({
    amount: z.string().regex(/^\d{1,15}$/),
    currency: z.enum(['UZS', 'USD']),
  })
  .meta({ id: 'Money', description: 'Whole minor units as text (tiyin for UZS)' })

export const signedMoneyShape = z
  .strictObject({
    amount: z.string().regex(/^-?\d{1,15}$/),
    currency: z.enum(['UZS', 'USD']),
  })
  .meta({ id: 'SignedMoney', description: 'Whole minor units as text, negative where they are taken' })

/** Whatever else the value carries stays inside. */
export const wire = (money: Money) => toWire({ amount: money.amount, currency: money.currency })

export const localeInput = z.enum(['uz', 'ru', 'en']).default('uz').meta({ description: 'Language of the texts' })

export const textsShape = z
  .object({ uz: z.string().optional(), ru: z.string().optional(), en: z.string().optional() })
  .meta({ id: 'Texts', description: 'One text per language; a missing one was not written' })

export const cursorInput = z.string().min(1).max(400).optional()

export const limitInput = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/)
  .transform(Number)
  .optional()
  .meta({ description: '1 to 100' })

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** An id that does not look like one does not exist: its call answers 404, not 400. */
export const idParam = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{1,40}$`))

export const slugParam = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.-]+$/)

export const imageShape = z
  .object({ url: z.string(), alt: z.string().optional(), width: z.number().optional() })
  .meta({ id: 'Image' })

export const shopLinkShape = z.object({ slug: z.string(), name: z.string() }).meta({ id: 'ShopLink' })

export const timeShape = z.string().meta({ format: 'date-time', description: 'RFC 3339, UTC' })
