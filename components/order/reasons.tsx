import { Select } from '@/components/ui/field'
import type { Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import { refundText } from '@/lib/i18n/messages/refund'
import { CHARGEBACK, type RefundReason } from '@/lib/order/schema'

/** A reason in the reader's words; null for one that only machines give. */
export function reasonWord(reason: string, locale: Locale): string | null {
  const t = orderText[locale]
  const words: Record<RefundReason | typeof CHARGEBACK, string> = {
    [CHARGEBACK]: refundText[locale].reasonChargeback,
    defective: t.reasonDefective,
    damaged: t.reasonDamaged,
    'wrong-item': t.reasonWrongItem,
    'missing-item': t.reasonMissingItem,
    'not-as-described': t.reasonNotAsDescribed,
    'not-delivered': t.reasonNotDelivered,
    late: t.reasonLate,
    'changed-mind': t.reasonChangedMind,
    agreed: t.reasonAgreed,
    other: t.reasonOther,
  }
  return Object.entries(words).find(([code]) => code === reason)?.[1] ?? null
}

export const returnReasons = [
  'defective',
  'damaged',
  'wrong-item',
  'not-as-described',
  'changed-mind',
  'other',
] as const satisfies RefundReason[]

export const disputeReasons = [
  'not-delivered',
  'missing-item',
  'defective',
  'not-as-described',
  'late',
  'other',
] as const satisfies RefundReason[]

export const shopReasons = [
  'agreed',
  'defective',
  'missing-item',
  'late',
  'changed-mind',
  'other',
] as const satisfies RefundReason[]

type Props = { locale: Locale; reasons: readonly RefundReason[]; id?: string; chosen?: string | undefined }

export function ReasonSelect({ locale, reasons, id, chosen }: Props) {
  return (
    <Select label={refundText[locale].reason} name="reason" id={id} defaultValue={chosen}>
      {reasons.map((reason) => (
        <option key={reason} value={reason}>
          {reasonWord(reason, locale)}
        </option>
      ))}
    </Select>
  )
}
