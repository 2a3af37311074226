import { z } from 'zod'
import { type Actor, isOperator } from '@/lib/auth/schema'
import { invalidate, tags } from '@/lib/kernel/cache'
import { transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { enqueue } from '@/lib/kernel/jobs'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { attributeTypes } from '../attribute-rules'

const name = z.string().trim().min(1).max(80)
const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const words = z.strictObject({ uz: name, ru: name, en: name })

export const attributeInputSchema = z.strictObject({
  code,
  name: words,
  type: z.enum(attributeTypes),
  unit: z.string().trim().min(1).max(12).nullable(),
  filterable: z.boolean(),
  options: z.record(
    z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._+-]{0,39}$/u),
    words.extend({
      hex: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .optional(),
    }),
  ),
})
export type AttributeInput = z.infer<typeof attributeInputSchema>

type Refusal = 'forbidden' | 'not-found' | 'type-fixed' | 'value-used'

/**
 * Describes an attribute for all categories that have it. Its type stays once goods have it, and so do the values that
 * they say: what a buyer has read does not change its meaning.
 */
export const saveAttribute = (input: AttributeInput, actor: Actor): Promise<Result<true, Refusal>> =>
  transact(async (tx) => {
    if (!isOperator(actor)) return fail('forbidden')
    const { rows } = await tx.query<{
      type: string
      filterable: boolean
      unit: string | null
      options: AttributeInput['options']
      used: boolean
    }>(
      `select type, filterable, unit, options, exists (select from category_attribute where code = $1) as used
         from attribute where code = $1 for update`,
      [input.code],
    )
    const before = rows[0]
    if (before?.used === true && before.type !== input.type) return fail('type-fixed')
    const lost = before?.used === true && Object.keys(before.options).some((one) => !(one in input.options))
    if (lost) return fail('value-used')
    await tx.query(
      `insert into attribute (code, name, type, unit, filterable, options, position)
       values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position), 0) + 1 from attribute))
       on conflict (code) do update set name = excluded.name, type = excluded.type, unit = excluded.unit,
         filterable = excluded.filterable, options = excluded.options`,
      [input.code, JSON.stringify(input.name), input.type, input.unit, input.filterable, JSON.stringify(input.options)],
    )
    const { code, type } = input
    // Goods that say a code before it is described are found by what they say.
    if (foundBy(before ?? { type, unit: null, filterable: false, options: {} }) !== foundBy(input)) {
      const change = newId('chg')
      await enqueue(tx, 'follow-goods', change, { kind: 'attribute', id: code, change })
    }
    await invalidate(tx, [tags.everything()])
    return ok(true)
  })

type Found = Pick<AttributeInput, 'unit' | 'options' | 'filterable'> & { type: string }

/** What goods are found by: the words of their values, and the buckets that numbers lie in. */
const foundBy = ({ unit, options, type, filterable }: Found) =>
  JSON.stringify([
    unit,
    type === 'number' && filterable,
    Object.entries(options)
      .map(([value, { uz, ru, en }]) => [value, uz, ru, en])
      .sort(),
  ])

export const attachInputSchema = z.strictObject({
  category: z.string().min(1).max(120),
  code,
  required: z.boolean(),
  attached: z.boolean(),
})
export type AttachInput = z.infer<typeof attachInputSchema>

/** Below, an attribute that is there already can only be required: what it is stands in one place. */
export const attachAttribute = (input: AttachInput, actor: Actor): Promise<Result<true, Refusal>> =>
  transact(async (tx) => {
    if (!isOperator(actor)) return fail('forbidden')
    const { rows } = await tx.query<{ id: string }>(
      'select c.id from category c, attribute a where c.slug = $1 and a.code = $2',
      [input.category, input.code],
    )
    const id = rows[0]?.id
    if (id === undefined) return fail('not-found')
    if (input.attached)
      await tx.query(
        `insert into category_attribute (category_id, code, required) values ($1, $2, $3)
         on conflict (category_id, code) do update set required = excluded.required`,
        [id, input.code, input.required],
      )
    else await tx.query('delete from category_attribute where category_id = $1 and code = $2', [id, input.code])
    return ok(true)
  })
