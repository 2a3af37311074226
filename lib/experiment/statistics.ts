/** A difference and the bounds it lies between with the confidence that was asked for. */
export type Interval = { difference: number; low: number; high: number }

export type Share = { hits: number; of: number }
export type Sample = { count: number; mean: number /** of the sample: divided by count − 1 */; variance: number }

/**
 * Quantile of the normal distribution. P. J. Acklam, “An algorithm for computing the inverse normal cumulative
 * distribution function” (2003): relative error below 1.15e-9.
 */
export function normalQuantile(p: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ]
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1]
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ]
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]
  const polynomial = (of: readonly number[], x: number) => of.reduce((sum, each) => sum * x + each, 0)
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p >= 0.02425) {
    const q = p - 0.5
    return (polynomial(a, q * q) * q) / polynomial(b, q * q)
  }
  const q = Math.sqrt(-2 * Math.log(p))
  return polynomial(c, q) / polynomial(d, q)
}

/**
 * Quantile of Student’s distribution by its expansion around the normal one. Abramowitz and Stegun, Handbook of
 * Mathematical Functions (1964), 26.7.5: right to three digits from five degrees of freedom.
 */
export function studentQuantile(p: number, freedom: number): number {
  const x = normalQuantile(p)
  const terms = [
    (x ** 3 + x) / 4,
    (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96,
    (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384,
    (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92_160,
  ]
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), x)
}

/**
 * Complementary error function. W. H. Press et al., Numerical Recipes in C, 2nd ed. (1992), 6.2 (erfcc): relative
 * error below 1.2e-7.
 */
function erfc(x: number): number {
  const t = 1 / (1 + x / 2)
  const of = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
    -1.26551223,
  ]
  return t * Math.exp(-x * x + of.reduce((sum, each) => sum * t + each, 0))
}

/** How likely a χ² is beyond `x`: closed forms for whole degrees of freedom, Abramowitz and Stegun 26.4.4–5. */
export function chiSquareTail(x: number, freedom: number): number {
  if (x <= 0) return 1
  const odd = freedom % 2 === 1
  let tail = odd ? erfc(Math.sqrt(x / 2)) : Math.exp(-x / 2)
  // Each two degrees more add one term, which follows from the one before.
  let term = odd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : (x / 2) * Math.exp(-x / 2)
  for (let at = odd ? 3 : 4; at <= freedom; at += 2) {
    tail += term
    term *= x / at
  }
  return tail
}

export type Split = { seen: readonly number[]; promised: readonly number[] }

/** Pearson’s χ² of one split and its degrees of freedom: what was promised to nobody has none. */
function unevenness({ seen, promised }: Split): { far: number; freedom: number } {
  const all = seen.reduce((sum, count) => sum + count, 0)
  const whole = promised.reduce((sum, count) => sum + count, 0)
  if (all === 0 || whole === 0) return { far: 0, freedom: 0 }
  const expected = promised.map((quota) => (all * quota) / whole)
  const far = seen.reduce((sum, count, at) => {
    const own = expected[at] ?? 0
    return own === 0 ? sum : sum + (count - own) ** 2 / own
  }, 0)
  return { far, freedom: expected.filter((own) => own > 0).length - 1 }
}

/** Do splits look like what was promised? Answers the probability of ones at least so uneven; they add up. */
export function splitsProbability(splits: readonly Split[]): number {
  const each = splits.map(unevenness)
  const freedom = each.reduce((sum, one) => sum + one.freedom, 0)
  if (freedom === 0) return 1
  return chiSquareTail(
    each.reduce((sum, { far }) => sum + far, 0),
    freedom,
  )
}

export const splitProbability = (seen: readonly number[], promised: readonly number[]): number =>
  splitsProbability([{ seen, promised }])

/** E. B. Wilson’s score interval (1927) of a share. */
function wilson({ hits, of }: Share, z: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const share = hits / of
  const middle = share + z ** 2 / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const under = 1 + z ** 2 / of
  return { low: Math.max(0, (middle - half) / under), high: Math.min(1, (middle + half) / under) }
}

/**
 * The difference of two shares. R. G. Newcombe, “Interval estimation for the difference between independent
 * proportions”, Statistics in Medicine 17 (1998), method 10: sound for small and for lopsided shares.
 */
export function compareShares(from: Share, to: Share, confidence: number): Interval {
  const z = normalQuantile((1 + confidence) / 2)
  const [a, b] = [wilson(from, z), wilson(to, z)]
  const [p, q] = [from.of === 0 ? 0 : from.hits / from.of, to.of === 0 ? 0 : to.hits / to.of]
  const difference = q - p
  return {
    difference,
    low: difference - Math.hypot(q - b.low, a.high - p),
    high: difference + Math.hypot(b.high - q, p - a.low),
  }
}

/**
 * The difference of two means, whatever their variances. B. L. Welch, “The generalization of Student’s problem when
 * several different population variances are involved”, Biometrika 34 (1947).
 */
export function compareMeans(from: Sample, to: Sample, confidence: number): Interval {
  const difference = to.mean - from.mean
  const [a, b] = [from.variance / from.count, to.variance / to.count]
  if (from.count < 2 || to.count < 2) return { difference, low: -Infinity, high: Infinity }
  if (a + b === 0) return { difference, low: difference, high: difference }
  const freedom = (a + b) ** 2 / (a ** 2 / (from.count - 1) + b ** 2 / (to.count - 1))
  const half = studentQuantile((1 + confidence) / 2, freedom) * Math.sqrt(a + b)
  return { difference, low: difference - half, high: difference + half }
}

/** Two samples of people who came in under the same terms, and so may be compared. */
export type Stratum<Of> = { from: Of; to: Of }

const weigh = (sizes: readonly number[]): number[] => {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size) => (all === 0 ? 0 : size / all))
}

/**
 * The difference of means where the split was changed on the way: people are compared with those of their own stratum,
 * and strata count by their size (W. G. Cochran, Sampling Techniques, 5.4); freedom by F. E. Satterthwaite (1946). One
 * stratum is Welch’s own case. What holds fewer than two people on a side says nothing yet.
 */
export function compareMeansByStratum(strata: readonly Stratum<Sample>[], confidence: number): Interval {
  const telling = strata.filter(({ from, to }) => from.count >= 2 && to.count >= 2)
  const [only] = strata
  if (telling.length === 0)
    return { difference: only ? only.to.mean - only.from.mean : 0, low: -Infinity, high: Infinity }
  const weights = weigh(telling.map(({ from, to }) => from.count + to.count))
  const parts = telling.map(({ from, to }, at) => {
    const weight = weights[at] ?? 0
    const [a, b] = [(weight ** 2 * from.variance) / from.count, (weight ** 2 * to.variance) / to.count]
    return {
      difference: weight * (to.mean - from.mean),
      variance: a + b,
      freedom: a ** 2 / (from.count - 1) + b ** 2 / (to.count - 1),
    }
  })
  const sum = (of: 'difference' | 'variance' | 'freedom') => parts.reduce((all, part) => all + part[of], 0)
  const [difference, variance] = [sum('difference'), sum('variance')]
  if (variance === 0) return { difference, low: difference, high: difference }
  const half = studentQuantile((1 + confidence) / 2, variance ** 2 / sum('freedom')) * Math.sqrt(variance)
  return { difference, low: difference - half, high: difference + half }
}

/**
 * The same of shares: Newcombe’s bounds of each stratum, combined as G. Y. Zou and A. Donner do, “Construction of
 * confidence limits about effect measures”, Statistics in Medicine 27 (2008).
 */
export function compareSharesByStratum(strata: readonly Stratum<Share>[], confidence: number): Interval {
  const telling = strata.filter(({ from, to }) => from.of > 0 && to.of > 0)
  const asked = telling.length === 0 ? strata.slice(0, 1) : telling
  const weights = weigh(asked.map(({ from, to }) => from.of + to.of))
  const parts = asked.map(({ from, to }, at) => ({
    weight: telling.length === 0 ? 1 : (weights[at] ?? 0),
    ...compareShares(from, to, confidence),
  }))
  const difference = parts.reduce((all, part) => all + part.weight * part.difference, 0)
  const down = parts.map((part) => part.weight * (part.difference - part.low))
  const up = parts.map((part) => part.weight * (part.high - part.difference))
  return { difference, low: difference - Math.hypot(...down), high: difference + Math.hypot(...up) }
}
