import type pg from 'pg'

type Part = readonly [sku: string, quantity: number]

/** Gift boxes of what the same shop sells singly, for less than the pieces cost; their stock is that of the pieces. */
const bundles: Readonly<Record<string, readonly Part[]>> = {
  'LOGO-00063-1': [
    ['LOGO-00086-2', 1],
    ['LOGO-00056-1', 1],
  ],
  'LOGO-00063-2': [
    ['LOGO-00019-2', 1],
    ['LOGO-00086-1', 1],
    ['LOGO-00093-1', 1],
    ['LOGO-00056-1', 1],
  ],
}

/** How many products there have to be for all of them. */
export const bundlesFrom = 93

const rows = Object.entries(bundles).flatMap(([bundle, parts]) =>
  parts.map(([part, quantity], position) => ({ bundle, part, quantity, position })),
)

/** Inside a transaction of the caller's. */
export async function writeBundles(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into bundle_part (bundle_id, part_id, quantity, position)
     select b.id, p.id, r.quantity, r.position
       from jsonb_to_recordset($1::jsonb) as r(bundle text, part text, quantity int, position int)
       join variant b on b.sku = r.bundle join variant p on p.sku = r.part
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
  await client.query(
    'update variant set bundle = true where sku = any($1) and id in (select bundle_id from bundle_part)',
    [Object.keys(bundles)],
  )
}
