import { stringify } from 'csv-stringify/sync'
import { actorFromRequest } from '@/lib/auth'
import { getExperiment } from '@/lib/experiment'
import type { ExperimentResults } from '@/lib/experiment/schema'
import { getExperimentResults } from '@/lib/report'

const head = [
  'variant',
  'visitors',
  'expected_visitors',
  'buyers',
  'orders',
  'refunded_orders',
  'revenue_tiyin',
  'per_visitor_tiyin',
  'difference_tiyin',
  'difference_low_tiyin',
  'difference_high_tiyin',
  'conversion_difference_bp',
  'conversion_low_bp',
  'conversion_high_bp',
  'refund_difference_bp',
  'refund_low_bp',
  'refund_high_bp',
  'verdict',
  'shown_without_consent',
]

const known = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : '')

const rowsOf = ({ variants }: ExperimentResults) =>
  variants.map(({ option, versus, ...row }) => [
    option,
    row.visitors,
    row.expected,
    row.buyers,
    row.orders,
    row.refundedOrders,
    row.revenue,
    row.perVisitor.amount,
    ...[versus?.revenue, versus?.conversion, versus?.refunds].flatMap((interval) => [
      known(interval?.difference),
      known(interval?.low),
      known(interval?.high),
    ]),
    versus?.judgement ?? 'control',
    row.uncounted,
  ])

/** An experiment's figures as they are. A stranger gets what an address that is not there gets. */
export async function GET(request: Request, context: { params: Promise<{ experiment: string }> }): Promise<Response> {
  const actor = await actorFromRequest(request)
  const experiment = await getExperiment((await context.params).experiment, actor)
  const results = experiment && (await getExperimentResults(actor, experiment))
  if (experiment === null || results === null) return new Response(null, { status: 404 })
  return new Response(stringify([head, ...rowsOf(results)], { bom: true, escape_formulas: true }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bozor-${experiment.key}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
