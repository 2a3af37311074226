import type { Tx } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { PayoutDetails, Schedule } from '../schema'

type DetailsRow = {
  id: string
  holder: string
  tin: string | null
  pinfl: string | null
  account: string
  mfo: string
  bank: string
  vat_code: string | null
  created_at: Date
  frozen_until: Date | null
}

/** The very first account is nobody's trick; every later one waits a day, so that its owner can notice. */
const frozenUntil = `
  case when d.created_at > now() - interval '1 day'
        and exists (select from payout_details o where o.shop_id = d.shop_id and o.created_at < d.created_at)
       then d.created_at + interval '1 day' end as frozen_until`

const columns = `d.id, d.holder, d.tin, d.pinfl, d.account, d.mfo, d.bank, d.vat_code, d.created_at, ${frozenUntil}`

const toDetails = ({ vat_code, created_at, frozen_until, ...row }: DetailsRow): PayoutDetails => ({
  ...row,
  vatCode: vat_code,
  createdAt: created_at.toISOString(),
  frozenUntil: frozen_until?.toISOString() ?? null,
})

/** Where the shop's money goes now; null: it has not said. */
export async function getDetails(tx: Tx, shopId: string): Promise<PayoutDetails | null> {
  const { rows } = await tx.query<DetailsRow>(
    `select ${columns} from payout_details d where d.shop_id = $1 order by d.created_at desc, d.id desc limit 1`,
    [shopId],
  )
  return rows[0] ? toDetails(rows[0]) : null
}

/** As they stood when a payout was proposed. */
export async function getDetailsById(tx: Tx, id: string): Promise<PayoutDetails | null> {
  const { rows } = await tx.query<DetailsRow>(`select ${columns} from payout_details d where d.id = $1`, [id])
  return rows[0] ? toDetails(rows[0]) : null
}

export type ScheduleRow = { every: Schedule['every']; minimum: number; reserve_bp: number; reserve_days: number }

/** A shop without a row of its own has these. */
const usual: ScheduleRow = { every: 'weekly', minimum: 10_000_000, reserve_bp: 0, reserve_days: 0 }

export const toSchedule = (row: ScheduleRow = usual): Schedule => ({
  every: row.every,
  minimum: money(row.minimum, 'UZS'),
  reserveBp: row.reserve_bp,
  reserveDays: row.reserve_days,
})

export async function getSchedule(tx: Tx, shopId: string): Promise<Schedule> {
  const { rows } = await tx.query<ScheduleRow>(
    'select every, minimum, reserve_bp, reserve_days from payout_schedule where shop_id = $1',
    [shopId],
  )
  return toSchedule(rows[0])
}

export async function getReserve(tx: Tx, shopId: string): Promise<number | null> {
  const { rows } = await tx.query<{ bp: number }>('select reserve_bp as bp from payout_schedule where shop_id = $1', [
    shopId,
  ])
  return rows[0]?.bp ?? null
}
