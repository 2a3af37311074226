import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import {
  createExperiment,
  dropExperiment,
  endExperiment,
  settlePlace,
  startExperiment,
  widenExperiment,
} from './commands'
import { getExperiment, isAnythingTried, listExperiments, listUsual } from './queries'
import { readPlace } from './read-place'
import { flushShown, recordShown } from './record-shown'
import { type ExperimentInput, experimentSchema } from './schema'
import { assign } from './trial.mjs'

const admin = { kind: 'user', id: 'usr_1', name: 'A', phone: '+998900000001', role: 'admin' } as const
const buyer = { ...admin, role: 'buyer' } as const
const input = (over: Partial<ExperimentInput> = {}): ExperimentInput => ({
  key: 'buy-words',
  name: 'Words of the button',
  place: 'product-button',
  variants: [
    { option: 'add', weight: 1 },
    { option: 'take', weight: 1 },
  ],
  share: 100,
  planned: 100,
  ...over,
})

const hero = (first = 1, second = 1) => [
  { option: 'season', weight: first },
  { option: 'price', weight: second },
]

let db: pg.Pool
beforeAll(async () => {
  db = await testDb()
})
afterAll(dropTestDbs)

describe('an experiment', () => {
  it('is drafted, runs alone at its place, ends, and its winner stays', async () => {
    const first = must(await createExperiment(input(), admin))
    const second = must(await createExperiment(input({ key: 'buy-words-two' }), admin))
    expect(await createExperiment(input(), admin)).toMatchObject({ code: 'experiment-exists' })
    expect(await readPlace(db, 'product-button')).toEqual({ usual: 'add', trial: null })
    const started = await Promise.all([startExperiment(first, admin), startExperiment(second, admin)])
    expect(started.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['ok', 'place-busy'])
    const [running = '', waiting = ''] = started[0]?.ok ? [first, second] : [second, first]
    expect((await readPlace(db, 'product-button')).trial).toMatchObject({ share: 100, place: 'product-button' })
    expect(await isAnythingTried(db)).toBe(true)
    expect(await startExperiment(running, admin)).toMatchObject({ code: 'wrong-status' })
    expect(await settlePlace(running, 'take', admin)).toMatchObject({ code: 'wrong-status' })
    expect(await dropExperiment(running, admin)).toMatchObject({ code: 'wrong-status' })
    must(await endExperiment(running, admin))
    expect(await endExperiment(running, admin)).toMatchObject({ code: 'wrong-status' })
    expect(await settlePlace(running, 'want', admin)).toMatchObject({ code: 'unknown-option' })
    must(await settlePlace(running, 'take', admin))
    expect(await readPlace(db, 'product-button')).toEqual({ usual: 'take', trial: null })
    expect(await startExperiment(waiting, admin), 'its control is not what everybody sees').toMatchObject({
      code: 'control-changed',
    })
    must(await dropExperiment(waiting, admin))
    expect(await getExperiment(running, admin)).toMatchObject({ status: 'ended', key: expect.any(String) })
    expect(await listUsual(admin)).toContainEqual({ place: 'product-button', option: 'take', decided: true })
  })

  it('that runs takes in more people, and nobody who takes part is moved', async () => {
    const id = must(
      await createExperiment(input({ key: 'wider', place: 'home-hero', share: 20, variants: hero() }), admin),
    )
    expect(await widenExperiment(id, { share: 50, variants: hero() }, admin)).toMatchObject({ code: 'wrong-status' })
    must(await startExperiment(id, admin))
    const wide = (share: number, variants = hero(1, 3)) => widenExperiment(id, { share, variants }, admin)
    expect(await wide(20)).toMatchObject({ code: 'share-must-grow' })
    expect(await wide(10)).toMatchObject({ code: 'share-must-grow' })
    expect(await wide(50, hero().toReversed())).toMatchObject({ code: 'other-options' })
    expect(await widenExperiment(id, { share: 50, variants: hero() }, buyer)).toMatchObject({ code: 'forbidden' })
    const { trial: few } = await readPlace(db, 'home-hero')
    must(await wide(50))
    const { trial: more } = await readPlace(db, 'home-hero')
    const buckets = Array.from({ length: 1000 }, (_, bucket) => bucket)
    const moved = buckets.filter((bucket) => {
      const before = few && assign(few, bucket)
      return before !== null && more !== null && assign(more, bucket) !== before
    })
    expect(moved).toEqual([])
    expect((await getExperiment(id, admin))?.before).toMatchObject([{ share: 20, variants: hero(), by: 'usr_1' }])
    const late = buckets.find((bucket) => few && more && assign(few, bucket) === null && assign(more, bucket) !== null)
    const option = more && late !== undefined ? assign(more, late) : ''
    await recordShown({ shown: [`wider.${option}`] }, { bucket: late ?? 0, subject: 'late' })
    const { rows } = await db.query(`select option, stage from experiment_exposure where subject = 'late'`)
    expect(rows).toEqual([{ option, stage: 1 }])
    must(await endExperiment(id, admin))
  })

  it('is the operator’s alone', async () => {
    const id = must(await createExperiment(input({ key: 'secret' }), admin))
    expect(await createExperiment(input({ key: 'mine' }), buyer)).toMatchObject({ code: 'forbidden' })
    for (const refused of [startExperiment(id, buyer), endExperiment(id, buyer), dropExperiment(id, buyer)])
      expect(await refused).toMatchObject({ code: 'forbidden' })
    expect(await settlePlace(id, 'take', buyer)).toMatchObject({ code: 'forbidden' })
    expect([await listExperiments(buyer), await getExperiment(id, buyer), await listUsual(buyer)]).toEqual([
      [],
      null,
      [],
    ])
  })

  it('of nothing known is refused', () => {
    const one = { option: 'add', weight: 1 }
    const refused = [
      { place: 'checkout' },
      { variants: [one] },
      { variants: [one, one] },
      { variants: [one, { option: 'dense', weight: 1 }] },
      { share: 0 },
      { key: 'A b' },
    ]
    for (const over of refused) expect(experimentSchema.safeParse({ ...input(), ...over }).success).toBe(false)
    expect(experimentSchema.safeParse(input()).success).toBe(true)
  })
})

describe('who has seen what', () => {
  it('is kept once for a person who agreed, counted of others, and only believed of one’s own bucket', async () => {
    const id = must(
      await createExperiment(
        input({
          key: 'hero-words',
          place: 'home-hero',
          variants: [
            { option: 'season', weight: 1 },
            { option: 'price', weight: 1 },
          ],
        }),
        admin,
      ),
    )
    must(await startExperiment(id, admin))
    const { trial } = await readPlace(db, 'home-hero')
    const option = trial && assign(trial, 7)
    const other = option === 'season' ? 'price' : 'season'
    const mine = { shown: [`hero-words.${option}`] }
    for (let time = 0; time < 5; time += 1) await recordShown(mine, { bucket: 7, subject: 'person' })
    await recordShown({ shown: [`hero-words.${other}`] }, { bucket: 7, subject: 'liar' })
    await recordShown({ shown: ['no-such.price', `hero-words.${other}`] }, { bucket: 7, subject: null })
    for (let time = 0; time < 3; time += 1) await recordShown(mine, { bucket: 7, subject: null })
    await flushShown()
    const exposures = await db.query('select subject, option from experiment_exposure where experiment_id = $1', [id])
    expect(exposures.rows).toEqual([{ subject: 'person', option }])
    const views = await db.query('select option, times from experiment_view where experiment_id = $1', [id])
    expect(views.rows).toEqual([{ option, times: 3 }])
    must(await endExperiment(id, admin))
    await recordShown(mine, { bucket: 7, subject: 'late' })
    const { rowCount } = await db.query('select 1 from experiment_exposure where experiment_id = $1', [id])
    expect(rowCount).toBe(1)
  })
})
