import { shops } from './market/shops'

export const demoPassword = 'bozor-demo-2026'

export type DemoLogin = {
  phone: string
  name: string
  role: 'admin' | 'staff' | 'seller' | 'buyer'
  shop?: string
  password: string
}

const seller = (i: number): string => `+998901${String(i + 1).padStart(6, '0')}`

/** Everybody who can sign in to the demo; in production they do not exist. */
export const demoLogins: readonly DemoLogin[] = [
  { phone: '+998900000001', name: 'Bozor boshqaruvchisi', role: 'admin', password: demoPassword },
  // Payouts need a second person.
  { phone: '+998900000002', name: 'Bozor hisobchisi', role: 'staff', password: demoPassword },
  ...shops.map(({ slug, owner }, i) => ({
    phone: seller(i),
    name: owner,
    role: 'seller' as const,
    shop: slug,
    password: demoPassword,
  })),
  { phone: '+998902000001', name: 'Dilshod Rahmonov', role: 'buyer', password: demoPassword },
]
