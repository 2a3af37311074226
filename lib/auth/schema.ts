import { z } from 'zod'
import { normalizePhone } from '@/lib/format'
import type { Id } from '@/lib/kernel/id'

export type Role = 'buyer' | 'seller' | 'staff' | 'admin'

export type GuestActor = { kind: 'guest'; cartToken?: string }
export type UserActor = {
  kind: 'user'
  id: Id<'usr'>
  name: string
  phone: string
  role: Role
  shopId?: Id<'sho'>
  shopSlug?: string
}
export type ShopActor = { kind: 'shop'; shopId: Id<'sho'>; keyId: string; scopes: string[] }
export type SystemActor = { kind: 'system'; id: string }
export type Actor = GuestActor | UserActor | ShopActor | SystemActor

/** A signed-in member of a shop: both shop fields are there. */
export type SellerActor = UserActor & { shopId: Id<'sho'>; shopSlug: string }

/** How an actor is named in the log; it carries no personal data. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'user') return actor.id
  if (actor.kind === 'shop') return `key:${actor.keyId}`
  return actor.kind === 'system' ? actor.id : 'guest'
}

export const isSeller = (actor: Actor): actor is SellerActor =>
  actor.kind === 'user' && actor.shopId !== undefined && actor.shopSlug !== undefined

export type Operator = SystemActor | (UserActor & { role: 'admin' | 'staff' })

/** The market's own people, and the command line and jobs for them. */
export const isOperator = (actor: Actor | undefined): actor is Operator =>
  actor?.kind === 'system' || (actor?.kind === 'user' && (actor.role === 'admin' || actor.role === 'staff'))

/** The guest's cart token; http-only, so that only the server reads it. */
export const CART_COOKIE = 'bozor_cart'

/** What a person types becomes E.164; `phone` is the failure's message key. */
export const phoneSchema = z
  .string()
  .max(32)
  .transform((text, context) => {
    const phone = normalizePhone(text)
    if (phone !== null) return phone
    context.addIssue({ code: 'custom', message: 'phone' })
    return z.NEVER
  })

export const signInSchema = z.object({ phone: phoneSchema, password: z.string().min(1).max(256) })
export type SignIn = z.infer<typeof signInSchema>

/** A phrase is better than a riddle: length is the only rule, pasting is welcome. */
export const passwordSchema = z.string().min(12, 'password-short').max(256, 'password-long')

export const registerSchema = z
  .object({
    name: z.string().trim().min(1, 'name').max(120, 'name'),
    phone: phoneSchema,
    password: passwordSchema,
  })
  .refine((form) => !form.password.includes(form.phone.slice(-9)), { path: ['password'], message: 'password-phone' })
export type Register = z.infer<typeof registerSchema>
