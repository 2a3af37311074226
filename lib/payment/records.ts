import type { Money } from '@/lib/kernel/money'
import type { PaymentGateway } from './ports'

/** Money that a provider has taken under an order's number. */
export type PaidThere = { providerRef: string; number: string; amount: Money }

/** What a provider knows, for the reconciler; asked outside any transaction, throws when it cannot be reached. */
export type PaymentRecords = {
  lookup: NonNullable<PaymentGateway['lookup']>
  /** What was paid there since then, oldest first: finds money of which we have never heard. */
  listPaid?(asked: { since: Date; limit: number }): Promise<PaidThere[]>
}

declare module '@/lib/kernel/plugin' {
  interface Ports {
    /** Beside the gateway, because in a demo the simulator is the gateway of a provider whose endpoint is real. */
    'records:payme': PaymentRecords
    'records:click': PaymentRecords
    'records:stripe': PaymentRecords
  }
}
