import { money } from '@/lib/kernel/money'
import type { ExperimentResults, Tally, VariantResult, Versus } from './schema'
import {
  compareMeansByStratum,
  compareSharesByStratum,
  type Interval,
  type Sample,
  type Stratum,
  splitsProbability,
} from './statistics'
import type { Trial } from './trial.mjs'
import { stageQuotas } from './trial.mjs'

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
type Pair = Stratum<Tally>

/** People are compared with those who came in under the same terms: another mix of days would look like a difference. */
function judge(pairs: readonly Pair[], { early, broken, confidence }: Known): Versus {
  const by = <Of>(of: (tally: Tally) => Of): Stratum<Of>[] =>
    pairs.map(({ from, to }) => ({ from: of(from), to: of(to) }))
  const revenue = compareMeansByStratum(by(sampleOf), confidence)
  const refunds = compareSharesByStratum(
    by(({ refundedOrders, orders }) => ({ hits: refundedOrders, of: orders })),
    confidence,
  )
  const conversion = compareSharesByStratum(
    by(({ buyers, visitors }) => ({ hits: buyers, of: visitors })),
    confidence,
  )
  const given = pairs.reduce((sum, { to }) => sum + to.refundedOrders, 0)
  const harmful = refunds.low > 0 && given >= FEWEST_REFUNDS
  const earned = revenue.low > 0 ? 'better' : revenue.high < 0 ? 'worse' : 'alike'
  const judgement = broken ? 'split-broken' : early ? 'too-early' : harmful ? 'harmful' : earned
  return {
    conversion: scaled(conversion, 10_000),
    refunds: scaled(refunds, 10_000),
    revenue: scaled(revenue, 1),
    judgement,
  }
}

/** Of all stages together. The sum of squares around the common mean is that within the stages and that between them. */
function together(tallies: readonly Tally[]): Tally {
  const [first] = tallies
  if (first === undefined || tallies.length === 1) return first ?? nobody('', 0)
  const sum = (of: 'visitors' | 'buyers' | 'orders' | 'refundedOrders' | 'revenue') =>
    tallies.reduce((all, tally) => all + tally[of], 0)
  const [visitors, revenue] = [sum('visitors'), sum('revenue')]
  const mean = visitors === 0 ? 0 : revenue / visitors
  const squares = tallies.reduce((all, tally) => {
    const own = sampleOf(tally)
    return all + own.variance * Math.max(0, own.count - 1) + own.count * (own.mean - mean) ** 2
  }, 0)
  return {
    option: first.option,
    stage: 0,
    visitors,
    revenue,
    buyers: sum('buyers'),
    orders: sum('orders'),
    refundedOrders: sum('refundedOrders'),
    variance: visitors < 2 ? 0 : squares / (visitors - 1),
  }
}

type Asked = { trial: Trial; planned: number; tallies: readonly Tally[]; uncounted: ReadonlyMap<string, number> }

/** What each stage promised and what came, with the options in their order. */
function readStages(trial: Trial, tallies: readonly Tally[]) {
  return stageQuotas(trial).map((promised, stage) => {
    const seen = trial.variants.map(
      ({ option }) =>
        tallies.find((tally) => tally.option === option && tally.stage === stage) ?? nobody(option, stage),
    )
    const all = seen.reduce((sum, { visitors }) => sum + visitors, 0)
    const whole = promised.reduce((sum, quota) => sum + quota, 0)
    const expected = promised.map((quota) => (whole === 0 ? 0 : (all * quota) / whole))
    return { seen, promised, expected }
  })
}

/** The verdict of an experiment, from nothing but what its visitors did. */
export function judgeExperiment({ trial, planned, tallies, uncounted }: Asked): ExperimentResults {
  const stages = readStages(trial, tallies)
  const totals = trial.variants.map((_, at) => together(stages.flatMap(({ seen }) => seen[at] ?? [])))
  const probability = splitsProbability(
    stages.map(({ seen, promised }) => ({ seen: seen.map(({ visitors }) => visitors), promised })),
  )
  const broken = probability < BROKEN
  // Bonferroni: of several comparisons one is right by chance more often than of one.
  const confidence = 1 - 0.05 / (totals.length - 1)
  const early = totals.some(({ visitors }) => visitors < planned)
  const variants = totals.map(({ stage: _, ...tally }, at): VariantResult => {
    const pairs = stages.flatMap(({ seen: [from, ...others] }) => {
      const to = others[at - 1]
      return from === undefined || to === undefined ? [] : [{ from, to }]
    })
    return {
      ...tally,
      expected: Math.round(stages.reduce((sum, { expected }) => sum + (expected[at] ?? 0), 0)),
      perVisitor: money(tally.visitors === 0 ? 0 : Math.round(tally.revenue / tally.visitors), 'UZS'),
      versus: at === 0 ? null : judge(pairs, { early, broken, confidence }),
      uncounted: uncounted.get(tally.option) ?? 0,
    }
  })
  const better = variants.filter(({ versus }) => versus?.judgement === 'better')
  const [best] = better.toSorted((a, b) => b.perVisitor.amount - a.perVisitor.amount)
  return { variants, split: { probability, broken }, confidence: confidence * 100, winner: best?.option ?? null }
}

const nobody = (option: string, stage: number): Tally => ({
  option,
  stage,
  visitors: 0,
  buyers: 0,
  orders: 0,
  refundedOrders: 0,
  revenue: 0,
  variance: 0,
})
