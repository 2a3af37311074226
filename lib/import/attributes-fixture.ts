import type { Tx } from '@/lib/kernel/db'

/** An attribute of every type; what teapots are made of has to be said before they are sold. */
export async function openTeapotAttributes(tx: Tx): Promise<void> {
  await tx.query(
    `update attribute set options = options || '{"white":{"uz":"Oq","ru":"Белый","en":"White"}}' where code = 'colour'`,
  )
  await tx.query(
    `insert into attribute (code, name, type, unit, options) values
     ('material', '{"uz":"Material","ru":"Материал","en":"Material"}', 'choice', null,
      '{"sopol":{"uz":"Sopol","ru":"Керамика","en":"Ceramics"},"chinni":{"uz":"Chinni","ru":"Фарфор","en":"Porcelain"}}'),
     ('volume', '{"uz":"Hajmi","ru":"Объём","en":"Volume"}', 'number', 'l', '{}'),
     ('gift', '{"uz":"Sovgʻa","ru":"Подарок","en":"Gift"}', 'boolean', null, '{}'),
     ('maker', '{"uz":"Ishlab chiqaruvchi","ru":"Мастер","en":"Maker"}', 'text', null, '{}'),
     ('power', '{"uz":"Quvvati","ru":"Мощность","en":"Power"}', 'number', 'W', '{}')`,
  )
  await tx.query(
    `insert into category_attribute (category_id, code, required) values
     ('cat_1', 'material', false), ('cat_2', 'material', true), ('cat_1', 'colour', false), ('cat_2', 'volume', false),
     ('cat_2', 'gift', false), ('cat_2', 'maker', false)`,
  )
}
