import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/auth/schema'

/** A cart by its bearer token (and id, where the address names one), or the reader's own open cart. */
export type CartRef = { id?: string | undefined; token: string } | (Actor & { cartId?: string | undefined })

export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

type Found = { where: typeof ANY_CART | typeof OPEN_CART; params: [string | null, string | null, string | null] }

/** Three parameters, so that one statement serves guests and the signed-in; null: nobody's cart. */
export const ANY_CART = '(token_hash = $1 or user_id = $2) and ($3::text is null or id = $3)'
export const OPEN_CART = `${ANY_CART} and status = 'open'` as const

export function cartWhere(ref: CartRef): Found | null {
  if (!('kind' in ref)) return { where: ANY_CART, params: [hashToken(ref.token), null, ref.id ?? null] }
  if (ref.kind === 'user') {
    return { where: ref.cartId ? ANY_CART : OPEN_CART, params: [null, ref.id, ref.cartId ?? null] }
  }
  if (ref.kind !== 'guest' || !ref.cartToken) return null
  return { where: ANY_CART, params: [hashToken(ref.cartToken), null, ref.cartId ?? null] }
}
