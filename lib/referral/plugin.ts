import { sql, transact } from '@/lib/kernel/db'
import { on, type Plugin } from '@/lib/kernel/plugin'
import type { EventOf } from '@/lib/order/domain/events'
import { judge, rewardReferral, seeCancel, seeReceipt, seeRefund, startWaiting } from './reward'

const reward = ({ id }: { id: string }) => transact((tx) => rewardReferral(tx, id))

/** The net under the jobs: what was due while something was still argued about. */
async function sweepReferrals(): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    `select id from referral where status = 'waiting' and due_at <= now() order by due_at limit 200`,
  )
  for (const { id } of rows) await reward({ id })
}

export const referral: Plugin = {
  name: 'referral',
  policies: {
    OrderPlaced: on<EventOf<'OrderPlaced'>>((tx, { data }) => judge(tx, data.orderId)),
    OrderCompleted: on<EventOf<'OrderCompleted'>>(async (tx, { data }) => {
      await startWaiting(tx, data.orderId)
      await seeReceipt(tx, data.orderId)
    }),
    ParcelReleased: on<EventOf<'ParcelReleased'>>((tx, { data }) => seeReceipt(tx, data.orderId)),
    RefundAccepted: on<EventOf<'RefundAccepted'>>((tx, { data }) => seeRefund(tx, data.orderId)),
    OrderCancelled: on<EventOf<'OrderCancelled'>>((tx, { data }) => seeCancel(tx, data.orderId)),
  },
  functions: { 'reward-referral': reward, 'sweep-referrals': sweepReferrals },
  every: { 'sweep-referrals': 600 },
}
