import { money } from '@/lib/kernel/money'
import type { ExperimentResults, Tally, VariantResult, Versus } from './schema'
import { compareMeans, compareShares, type Interval, type Sample, splitProbability } from './statistics'
import type { Trial } from './trial.mjs'
import { quotas } from './trial.mjs'

/**
 * What may be said of a variant beside the control: nothing before every variant has been seen by as many people as
 * were planned, nor while the split is broken; `harmful` earns more or not but is given back more often.
 */
export const judgements = ['too-early', 'split-broken', 'harmful', 'better', 'worse', 'alike'] as const
export type Judgement = (typeof judgements)[number]

/** Below it, chance does not explain a split: R. Kohavi et al., Trustworthy Online Controlled Experiments, ch. 21. */
const BROKEN = 0.001
/** An order or two given back prove nothing. */
const FEWEST_REFUNDS = 5

const sampleOf = ({ visitors, revenue, variance }: Tally): Sample => ({
  count: visitors,
  mean: visitors === 0 ? 0 : revenue / visitors,
  variance,
})

const scaled = ({ difference, low, high }: Interval, by: number): Interval => ({
  difference: Math.round(difference * by),
  low: Math.floor(low * by),
  high: Math.ceil(high * by),
})

type Known = { early: boolean; broken: boolean; confidence: number }

function judge(control: Tally, tally: Tally, { early, broken, confidence }: Known): Versus {
  const revenue = compareMeans(sampleOf(control), sampleOf(tally), confidence)
  const refunds = compareShares(
    { hits: control.refundedOrders, of: control.orders },
    { hits: tally.refundedOrders, of: tally.orders },
    confidence,
  )
  const conversion = compareShares(
    { hits: control.buyers, of: control.visitors },
    { hits: tally.buyers, of: tally.visitors },
    confidence,
  )
  const harmful = refunds.low > 0 && tally.refundedOrders >= FEWEST_REFUNDS
  const earned = revenue.low > 0 ? 'better' : revenue.high < 0 ? 'worse' : 'alike'
  const judgement = broken ? 'split-broken' : early ? 'too-early' : harmful ? 'harmful' : earned
  return {
    conversion: scaled(conversion, 10_000),
    refunds: scaled(refunds, 10_000),
    revenue: scaled(revenue, 1),
    judgement,
  }
}

type Asked = { trial: Trial; planned: number; tallies: readonly Tally[]; uncounted: ReadonlyMap<string, number> }

/** The verdict of an experiment, from nothing but what its visitors did. */
export function judgeExperiment({ trial, planned, tallies, uncounted }: Asked): ExperimentResults {
  const promised = quotas(trial)
  const seen = trial.variants.map(({ option }) => tallies.find((tally) => tally.option === option) ?? nobody(option))
  const all = seen.reduce((sum, { visitors }) => sum + visitors, 0)
  const whole = promised.reduce((sum, quota) => sum + quota, 0)
  const probability = splitProbability(
    seen.map(({ visitors }) => visitors),
    promised,
  )
  const broken = probability < BROKEN
  // Bonferroni: of several comparisons one is right by chance more often than of one.
  const confidence = 1 - 0.05 / (seen.length - 1)
  const early = seen.some(({ visitors }) => visitors < planned)
  const [control] = seen
  const variants = seen.map(
    (tally, at): VariantResult => ({
      ...tally,
      expected: whole === 0 ? 0 : Math.round((all * (promised[at] ?? 0)) / whole),
      perVisitor: money(tally.visitors === 0 ? 0 : Math.round(tally.revenue / tally.visitors), 'UZS'),
      versus: at === 0 || control === undefined ? null : judge(control, tally, { early, broken, confidence }),
      uncounted: uncounted.get(tally.option) ?? 0,
    }),
  )
  const better = variants.filter(({ versus }) => versus?.judgement === 'better')
  const [best] = better.toSorted((a, b) => b.perVisitor.amount - a.perVisitor.amount)
  return { variants, split: { probability, broken }, confidence: confidence * 100, winner: best?.option ?? null }
}

const nobody = (option: string): Tally => ({
  option,
  visitors: 0,
  buyers: 0,
  orders: 0,
  refundedOrders: 0,
  revenue: 0,
  variance: 0,
})
