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

/** How likely a χ² of one to three degrees of freedom is beyond `x`: closed forms, Abramowitz and Stegun 26.4.4–5. */
export function chiSquareTail(x: number, freedom: number): number {
  if (x <= 0) return 1
  if (freedom === 2) return Math.exp(-x / 2)
  const one = erfc(Math.sqrt(x / 2))
  if (freedom === 1) return one
  if (freedom === 3) return one + Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2)
  throw new RangeError(`χ² of ${freedom} degrees of freedom`)
}

/** Does a split look like what was promised? Pearson’s test; answers the probability of one at least so uneven. */
export function splitProbability(seen: readonly number[], promised: readonly number[]): number {
  const all = seen.reduce((sum, count) => sum + count, 0)
  const whole = promised.reduce((sum, count) => sum + count, 0)
  if (all === 0 || whole === 0) return 1
  const far = seen.reduce((sum, count, at) => {
    const expected = (all * (promised[at] ?? 0)) / whole
    return expected === 0 ? sum : sum + (count - expected) ** 2 / expected
  }, 0)
  return chiSquareTail(far, seen.length - 1)
}

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
