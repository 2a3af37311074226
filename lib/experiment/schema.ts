import { z } from 'zod'
import type { Money } from '@/lib/kernel/money'
import type { Judgement } from './judge'
import { isOption, type Place, placeNames } from './places'
import type { Interval } from './statistics'

export { type Judgement, judgeExperiment } from './judge'
export { type OptionOf, type Place, placeNames, places } from './places'
export { BUCKET_COOKIE, quotas, readMark, TRIAL_META } from './trial.mjs'

export const experimentStatuses = ['draft', 'running', 'ended'] as const
export type ExperimentStatus = (typeof experimentStatuses)[number]

const part = z.strictObject({ option: z.string().max(20), weight: z.int().min(1).max(100) })

/** The first variant is the control: what everybody sees who takes no part. */
export const experimentSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]{2,38}[a-z0-9]$/),
    name: z.string().trim().min(1).max(80),
    place: z.enum(placeNames),
    variants: z.array(part).min(2).max(4),
    /** Percent of visitors */
    share: z.int().min(1).max(100),
    /** Visitors that each variant is to have been seen by before anything is concluded */
    planned: z.int().min(10).max(10_000_000),
  })
  .refine(({ variants }) => new Set(variants.map(({ option }) => option)).size === variants.length)
  .refine(({ place, variants }) => variants.every(({ option }) => isOption(place, option)))
export type ExperimentInput = z.infer<typeof experimentSchema>

/** More visitors for an experiment that runs, and how these are shared out; whoever takes part already stays. */
export const stageSchema = z.strictObject({ share: z.int().min(1).max(100), variants: z.array(part).min(2).max(4) })
export type StageInput = z.infer<typeof stageSchema>

/** What an experiment ran with until it was changed. */
export type PastStage = StageInput & { until: string; by: string }

export type Experiment = Omit<ExperimentInput, 'place'> & {
  id: string
  place: Place
  before: PastStage[]
  status: ExperimentStatus
  /** RFC 3339 */
  createdAt: string
  startedAt: string | null
  endedAt: string | null
}

/** What stands at a place when nothing is tried there, and whether it was decided after an experiment. */
export type Usual = { place: Place; option: string; decided: boolean }

/** What one variant's visitors did, as it is in the tables. Of people who agreed to be measured. */
export type Tally = {
  option: string
  /** With which change they came in: 0 with the start */
  stage: number
  visitors: number
  /** Who paid at least once */
  buyers: number
  orders: number
  refundedOrders: number
  /** Paid less given back, minor units */
  revenue: number
  /** Of revenue by visitor, those included who bought nothing; minor units, squared */
  variance: number
}

export type Versus = {
  /** Differences in hundredths of a percent point */
  conversion: Interval
  refunds: Interval
  /** Minor units for each visitor */
  revenue: Interval
  judgement: Judgement
}

export type VariantResult = Omit<Tally, 'stage'> & {
  /** What the buckets promised, of all visitors */
  expected: number
  perVisitor: Money
  /** Null for the control. */
  versus: Versus | null
  /** Shown to people who were not measured: pages, not people. */
  uncounted: number
}

export type ExperimentResults = {
  variants: VariantResult[]
  /** How likely so uneven a split is by chance alone; below a thousandth something is broken. */
  split: { probability: number; broken: boolean }
  /** Percent; more than 95 where several variants are compared with one control. */
  confidence: number
  /** The variant that is better than the control, and best of those. */
  winner: string | null
}

/** POST /api/trials: the variants that a page has shown, as its cookie names them. */
export const shownSchema = z.strictObject({
  shown: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}\.[a-z0-9-]{1,20}$/))
    .min(1)
    .max(8),
})
export type Shown = z.infer<typeof shownSchema>
