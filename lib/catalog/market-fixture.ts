import type { ShopActor } from '@/lib/auth/schema'
import type { Tx } from '@/lib/kernel/db'
import { type ProductInput, productInputSchema } from './schema'

export const shopActor: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_test', scopes: [] }
export const rivalActor: ShopActor = { kind: 'shop', shopId: 'sho_b', keyId: 'key_rival', scopes: [] }

/** Two trusted shops, a small tree and one attribute: what tests of the catalogue stand on. */
export async function openMarket(tx: Tx): Promise<void> {
  await tx.query(
    `insert into shop (id, slug, name, description, trusted, region_code, since)
     values ('sho_a', 'rishton', 'Rishton', '{"uz":"Kulollar"}', true, 1730, 2020),
            ('sho_b', 'chorsu', 'Chorsu', '{"uz":"Bozor"}', true, 1726, 2021)`,
  )
  await tx.query(
    `insert into category (id, parent_id, slug, name, path, position)
     values ('cat_1', null, 'idish', '{"uz":"Idish-tovoq","ru":"Посуда","en":"Tableware"}', '{idish}', 1),
            ('cat_2', 'cat_1', 'choynak', '{"uz":"Choynaklar","ru":"Чайники","en":"Teapots"}', '{idish,choynak}', 1)`,
  )
  await tx.query(
    `insert into attribute (code, name, type, filterable, options)
     values ('colour', '{"uz":"Rang","ru":"Цвет","en":"Colour"}', 'colour', true,
             '{"cobalt":{"uz":"Zangori","ru":"Кобальтовый","en":"Cobalt","hex":"#1c43a6"}}')`,
  )
}

export const uzs = (amount: number) => ({ amount: String(amount), currency: 'UZS' as const })

/** A teapot as a seller sends it. */
export const teapot = (change: Partial<Record<keyof ProductInput, unknown>> = {}): ProductInput =>
  productInputSchema.parse({
    title: { uz: 'Choynak «Paxta gulli»', ru: 'Чайник «Хлопок»' },
    description: { uz: 'Qoʻlda boʻyalgan chinni' },
    category: 'choynak',
    images: ['choynak-3p0-front'],
    variants: [
      { sku: 'CH-1', options: { colour: 'cobalt' }, price: uzs(12_400_000), stock: 5 },
      { sku: 'CH-2', options: { colour: 'white' }, price: uzs(11_000_000), stock: 1 },
    ],
    status: 'active',
    ...change,
  })
