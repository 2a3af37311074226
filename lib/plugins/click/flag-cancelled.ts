import type { Tx } from '@/lib/kernel/db'
import { recordFinding } from '@/lib/payment'
import type { ClickRequest } from './request'

/** Click wants a payment back that it had confirmed. The order stays paid until a person has spoken to Click. */
export const flagCancelled = (tx: Tx, { click_trans_id, merchant_trans_id, error, error_note }: ClickRequest) =>
  recordFinding(tx, {
    provider: 'click',
    ref: click_trans_id,
    kind: 'cancelled-after-confirmation',
    orderNumber: merchant_trans_id,
    outcome: 'person',
    detail: `${error} ${error_note}`.trim(),
  })
