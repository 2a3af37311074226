import type { Payment } from '@/lib/payment/schema'
import type { Send } from './exchange'

export const simulations = [
  'pay',
  'decline',
  'twice',
  'late',
  'never',
  'out-of-order',
  'forged',
  'wrong-amount',
] as const
export type Simulation = (typeof simulations)[number]

/** `arrive` is the rest of a late one, some seconds later. */
export type Ending = Simulation | 'arrive'

export type Paying = { payment: Payment; number: string }

/** Plays an ending as one provider's servers would. */
export type Play = (send: Send, paying: Paying, ending: Ending) => Promise<void>
