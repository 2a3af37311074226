import type { Tx } from '@/lib/kernel/db'
import { preparedIfOften } from '@/lib/search'
import { facetKey } from '../facet-key'
import type { Sort } from '../schema'
import { type Asked, type Base, BOUND, baseOf, chooseIn, chosenIn, isNarrow } from './base'
import { type CardRow, cardSql } from './cards'
import { type FacetRow, facetRowsSql, keysSql } from './facet-rows'
import { afterCursor, facetMatch, type Order, orderBy, orderOf } from './filter'

export type Found = {
  /** `card`: null where it may not be shown after all. */
  items: { id: string; place: number[]; card: CardRow | null }[]
  rows: FacetRow[]
  /** How many of what was looked at fit. */
  fit: number
  /** How many have the words in this place, as far as it was looked; 0 where filters narrow it. */
  seen: number
  /** Was all that fits looked at? */
  whole: boolean
  /** Only what sells best was looked at: there is more behind it. */
  inFront: boolean
  /** Are `items` the page that was asked for? */
  paged: boolean
  /** Attributes whose other values were not counted whole. */
  sampled: ReadonlySet<string>
}

export type Wanted = {
  sort: Sort
  limit: number
  after: readonly number[] | null
  counted: boolean
  behind: boolean
}

/** Filters look through more of what has the words: few of them may fit. */
const LOOKED_THROUGH = 3_000
/** Of so many that sell best the first pages are made, and the rest of the market is not asked. */
const ENOUGH = 300
/** Where more have the words than are counted, so many that sell best are pages enough. */
const LEADING = 100
/** Of these so many are ranked: what is not counted whole need not be looked at whole. */
const RANKED = 200
/** What is not counted whole is only named: of so many a part will do. */
export const NAMED = 300
/** As one types: the next letter asks again. */
const SUGGESTED = 40
const isSuggested = ({ filter }: Asked, { limit, counted }: Wanted) =>
  !counted && limit <= 10 && filter.cursor === undefined

const lookOf = (asked: Asked, wanted: Wanted) => {
  const { sort, limit, behind } = wanted
  const ranked = sort === 'relevance'
  const few = isSuggested(asked, wanted)
  const narrow = isNarrow(asked.filter)
  const most = few ? SUGGESTED : ranked && !narrow ? BOUND + 1 : LOOKED_THROUGH
  return {
    ranked,
    most,
    few,
    enough: few ? 4 * limit : ranked && !narrow ? ENOUGH : most,
    leading: ranked && !narrow ? LEADING : most,
    ranks: narrow ? most : RANKED,
    behind,
  }
}

const keysOf = (order: Order) => ({ ...order, keys: order.keys.map((_, at) => `k${at}`) })

type Parts = { base: Base; fits: string; columns: string[]; conditions: string[]; tables?: string; rows: string }

export function statement({ base, fits, columns, conditions, tables = '', rows }: Parts, asked: Asked, wanted: Wanted) {
  const order = orderOf(wanted.sort, asked.plan !== null)
  const keys = order.keys.map((key, at) => `(${key})::bigint as k${at}`)
  const named = keysOf(order)
  const after = wanted.after === null ? 'true' : afterCursor(base.where, named, wanted.after)
  const facets = wanted.counted ? ['p.price', 'p.facets', 'p.category_ids'] : []
  const bound = asked.plan === null ? `limit ${BOUND + 1}` : ''
  return `
    with ${base.tables} base as materialized (
      select ${['p.id', ...keys, ...facets, ...columns].join(', ')} from ${base.from}
       where ${[...base.where.conditions, ...conditions].join(' and ')} ${bound}) ${tables}
    select 'size' as kind, '' as value, count(*) filter (where ${fits}) as count, count(*) as low,
           (${base.whole})::int::bigint as high, array[(${base.inFront})::int, ${isNarrow(asked.filter) ? 0 : base.seen}]::float8[] as place,
           null::json as card from base b
    union all
    select 'item', item.id, 0::bigint, null::bigint, null::bigint, item.place, ${cardSql('item.id', asked.filter.language ?? null)}
      from (select b.id, array[${named.keys.join(', ')}]::float8[] as place from base b
             where ${fits} and ${after} order by ${orderBy(named)} limit ${wanted.limit + 1}) item
    ${wanted.counted ? `union all select *, null, null from (${rows}) counted` : ''}`
}

type Row = FacetRow & { place: number[] | null; card: CardRow | null }

export async function ask(tx: Tx, text: string, params: unknown[]): Promise<Found> {
  const { rows } = await tx.query<Row>(preparedIfOften(text), params)
  const size = rows.find(({ kind }) => kind === 'size')
  const inFront = size?.place?.[0] === 1
  const seen = size?.place?.[1] ?? 0
  const items = rows.flatMap(({ kind, value, place, card }) =>
    kind === 'item' && place ? [{ id: value, place, card }] : [],
  )
  return {
    items,
    rows,
    fit: inFront ? Math.max(size?.count ?? 0, seen) : (size?.count ?? 0),
    seen,
    whole: size?.high === 1,
    inFront,
    paged: true,
    sampled: new Set(),
  }
}

/**
 * Few enough goods to look at each, or the best of those that have the words: page, total and counts from one reading. A
 * facet ignores its own choice and respects all the others.
 */
export function findAmong(asked: Asked, wanted: Wanted, tx: Tx): Promise<Found> {
  const base = baseOf(asked, lookOf(asked, wanted))
  const { where } = base
  const { attributes: _, ...priced } = asked.filter
  const chosen = chosenIn(asked.filter)
  const inPrice = ['true', ...chooseIn(where, priced)].join(' and ')
  const flags = chosen.map(([code, values], at) => `(${facetMatch(where, code, values)}) as chosen_${at}`)
  const others = !wanted.counted
    ? []
    : chosen.map(([code], at) => `(starts_with(f.key, ${where.add(facetKey(code, ''))}) or f.chosen_${at})`)
  const every = ['true', ...chosen.map((_, at) => `b.chosen_${at}`)].join(' and ')
  const fits = `b.in_price and ${every}`
  const rows = facetRowsSql('base', {
    some: 'b.in_price',
    fits,
    bars: every,
    flags: chosen.map((_, at) => `chosen_${at}`),
    key: ['true', ...others].join(' and '),
  })
  const columns = [`(${inPrice}) as in_price`, ...flags]
  return ask(tx, statement({ base, fits, columns, conditions: [], rows }, asked, wanted), where.params)
}

/**
 * Filters in a place of many goods: those that fit are gathered up to the bound. Where these are all, the other values of
 * each chosen attribute are counted among what fits all the rest; those of `beyond` are known to be too many.
 */
export async function findFitting(asked: Asked, wanted: Wanted, beyond: readonly string[], tx: Tx): Promise<Found> {
  const chosen = chosenIn(asked.filter)
  const { category } = asked.place
  // A leaf's values have lists of their own, which say the category, too.
  const leaf = category?.leaf === true && chosen.length > 0 ? category.id : null
  const place = leaf === null ? asked.place : { ...asked.place, category: null }
  const base = baseOf({ ...asked, place }, lookOf(asked, wanted))
  const { where } = base
  const plain = [...where.conditions]
  const conditions = chooseIn(where, asked.filter, { leaf })
  const codes = wanted.counted ? chosen.map(([code]) => where.add(facetKey(code, ''))) : []
  const few = codes.flatMap((key, at) => (beyond.includes(chosen[at]?.[0] ?? '') ? [] : [{ key, at }]))
  const alone = leaf !== null && chosen.length === 1 && few.length > 0 ? [`p.category_id = ${where.add(leaf)}`] : []
  const other = (code: string) =>
    [...plain, ...alone, ...chooseIn(where, asked.filter, { but: code, leaf })].join(' and ')
  const all = `(select n from fitting) <= ${BOUND}`
  const part = `, fitting as materialized (select count(*) as n from base),
    part as materialized (select * from base limit (case when ${all} then null else ${NAMED} end))`
  const tables = few.map(
    ({ at }) => `, other_${at} as materialized (
      select p.facets from product p where ${all} and ${other(chosen[at]?.[0] ?? '')} limit ${BOUND + 1})`,
  )
  const otherRows = few.map(
    ({ key, at }) => ` union all ${keysSql('attribute', 'facets', `other_${at} b`, [], `starts_with(f.key, ${key})`)}
      union all select 'other', '${at}', count(*), null, null from other_${at}`,
  )
  const key = ['true', ...codes.map((code) => `not starts_with(f.key, ${code})`)].join(' and ')
  const rows = facetRowsSql('part', { some: 'true', fits: 'true', bars: 'true', flags: [], key }).concat(...otherRows)
  const parts = {
    base,
    fits: 'true',
    columns: [],
    conditions,
    tables: (wanted.counted ? part : '').concat(...tables),
    rows,
  }
  const found = await ask(tx, statement(parts, asked, wanted), where.params)
  const cut = found.rows.filter(({ kind, count }) => kind === 'other' && count > BOUND)
  const whole = found.fit <= BOUND
  const sampled = new Set([...cut.flatMap(({ value }) => chosen[Number(value)]?.[0] ?? []), ...(whole ? beyond : [])])
  return { ...found, whole, paged: whole, sampled }
}
