import { z } from 'zod'
import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { invalidate, tags } from '@/lib/kernel/cache'
import { type Tx, transact } from '@/lib/kernel/db'
import { note } from '@/lib/kernel/event-store'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'

const name = z.string().trim().min(1).max(80)

export const categoryInputSchema = z.strictObject({
  /** Null: a new one. */
  id: z.string().max(40).nullable(),
  parent: z.string().max(120).nullable(),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  name: z.strictObject({ uz: name, ru: name, en: name }),
  position: z.int().min(0).max(10_000),
})
export type CategoryInput = z.infer<typeof categoryInputSchema>

type Refusal = 'forbidden' | 'not-found' | 'slug-taken' | 'circle'

type Node = { id: string; parent_id: string | null; slug: string; path: string[] }

/** One at a time: paths are made of all slugs above. */
const lockTree = async (tx: Tx): Promise<Node[]> => {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('category tree', 8))")
  return (await tx.query<Node>('select id, parent_id, slug, path from category')).rows
}

/** Creates, renames or moves a category. Its former slug leads on for ever; everything below follows. */
export const saveCategory = (input: CategoryInput, actor: Actor): Promise<Result<{ id: string }, Refusal>> =>
  transact(async (tx) => {
    if (!isOperator(actor)) return fail('forbidden')
    const tree = await lockTree(tx)
    const id = input.id ?? newId('cat')
    const before = tree.find((node) => node.id === id)
    const parent = tree.find(({ slug }) => slug === input.parent)
    if ((input.id !== null && !before) || (input.parent !== null && !parent)) return fail('not-found')
    if (tree.some((node) => node.slug === input.slug && node.id !== id)) return fail('slug-taken')
    for (let at = parent; at; at = tree.find((node) => node.id === at?.parent_id))
      if (at.id === id) return fail('circle')
    await tx.query(
      `insert into category (id, parent_id, slug, name, path, position) values ($1, $2, $3, $4, '{}', $5)
       on conflict (id) do update set parent_id = excluded.parent_id, slug = excluded.slug, name = excluded.name,
         position = excluded.position`,
      [id, parent?.id ?? null, input.slug, JSON.stringify(input.name), input.position],
    )
    // An address that is in use again leads nowhere else.
    await tx.query('delete from category_slug where slug = $1', [input.slug])
    if (before && before.slug !== input.slug)
      await tx.query('insert into category_slug (slug, category_id) values ($1, $2) on conflict do nothing', [
        before.slug,
        id,
      ])
    await writePaths(tx)
    if (before && before.parent_id !== (parent?.id ?? null)) await moveGoods(tx, id)
    await tell(tx, id, before, actor)
    await invalidate(tx, [
      tags.categories(),
      tags.home(),
      ...tree.map(({ slug }) => tags.category(slug)),
      tags.category(input.slug),
    ])
    return ok({ id })
  })

/** What has another address now, or another name: the category, and all below it when it has moved. */
async function tell(tx: Tx, id: string, before: Node | undefined, actor: Actor): Promise<void> {
  const { rows } = await tx.query<{ id: string; path: string[]; was: string[] | null }>(
    `select c.id, c.path, $3::text[] || c.path[cardinality(o.path) + 1:] as was
       from category c, category o where o.id = $1 and c.path[:cardinality(o.path)] = o.path and ($2 or c.id = $1)`,
    [id, before !== undefined, before?.path ?? null],
  )
  const own = rows.find((row) => row.id === id)
  const moved = before !== undefined && own !== undefined && before.path.join('/') !== own.path.join('/')
  const told = moved ? rows : rows.filter((row) => row.id === id)
  const paths = told.flatMap(({ path, was }) => (moved && was ? [path, was] : [path])).map((path) => path.join('/'))
  await note(
    tx,
    `category-${id}`,
    { type: 'CategoryChanged', data: { categoryId: id, paths } },
    { actorId: actorId(actor) },
  )
}

const writePaths = (tx: Tx) =>
  tx.query(
    `with recursive down as (
       select id, array[slug] as path from category where parent_id is null
       union all select c.id, d.path || c.slug from category c join down d on d.id = c.parent_id)
     update category c set path = d.path from down d where d.id = c.id and c.path <> d.path`,
  )

/** Products know all categories above them: those of the branch that moved have others now. */
const moveGoods = (tx: Tx, id: string) =>
  tx.query(
    `update product p set category_ids = w.ids
       from (select c.id, array(select a.id from category a where a.slug = any(c.path)) as ids from category c) w
      where p.category_ids @> array[$1] and w.id = p.category_id`,
    [id],
  )
