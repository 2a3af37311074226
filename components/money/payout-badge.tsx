import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { Locale } from '@/lib/i18n'
import { payoutText } from '@/lib/i18n/messages/money'
import type { PayoutStatus } from '@/lib/payout/schema'

const tones: Record<PayoutStatus, BadgeTone> = {
  proposed: 'warn',
  approved: 'cob',
  exported: 'turq',
  paid: 'ok',
  rejected: 'bad',
}

export const PayoutBadge = ({ status, locale }: { status: PayoutStatus; locale: Locale }) => (
  <Badge tone={tones[status]}>{payoutText[locale][status]}</Badge>
)
