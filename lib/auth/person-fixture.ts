import type { UserActor } from './schema'

const shops = { a: 'alfa', b: 'beta' } as const

/** Somebody for tests; the shops are those of the test market. */
export const person = (id: string, role: UserActor['role'], shop?: keyof typeof shops): UserActor => ({
  kind: 'user',
  id: `usr_${id}`,
  name: id,
  phone: '+998900000000',
  role,
  ...(shop && { shopId: `sho_${shop}`, shopSlug: shops[shop] }),
})
