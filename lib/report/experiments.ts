import { type Actor, isOperator } from '@/lib/auth/schema'
import { type Experiment, type ExperimentResults, judgeExperiment, type Tally } from '@/lib/experiment/schema'
import { sql } from '@/lib/kernel/db'

/**
 * Somebody's orders count from the moment they have seen their variant until the experiment has ended; an order that
 * names another variant, of a browser that was somebody else's before, counts for nobody.
 */
const counted = `
  with person as (
    select x.option, x.stage, count(v.id)::int as orders, count(v.id) filter (where v.refunded_total > 0)::int as refunded,
           coalesce(sum(v.paid_total - v.refunded_total), 0)::bigint as revenue
      from experiment_exposure x
      left join order_origin o on o.subject = x.subject and o.experiments ->> $2 = x.option
                              and o.created_at >= x.at and o.created_at < coalesce($3::timestamptz, 'infinity')
      left join order_view v on v.id = o.order_id and v.paid_total > 0
     where x.experiment_id = $1
     group by x.option, x.stage, x.subject)
  select option, stage, count(*)::int as visitors, count(*) filter (where orders > 0)::int as buyers,
         sum(orders)::int as orders, sum(refunded)::int as "refundedOrders", sum(revenue)::bigint as revenue,
         coalesce(var_samp(revenue), 0)::float8 as variance
    from person group by option, stage`

const uncounted = `
  select option, sum(times)::int as times from experiment_view where experiment_id = $1 group by option`

/** What an experiment has brought so far. Null but for the market's people. */
export async function getExperimentResults(actor: Actor, experiment: Experiment): Promise<ExperimentResults | null> {
  if (!isOperator(actor)) return null
  const { id, key, endedAt, planned } = experiment
  const { rows: tallies } = await sql.query<Tally>(counted, [id, key, endedAt])
  const { rows: views } = await sql.query<{ option: string; times: number }>(uncounted, [id])
  return judgeExperiment({
    trial: experiment,
    planned,
    tallies,
    uncounted: new Map(views.map(({ option, times }) => [option, times])),
  })
}
