import type { Texts } from '@/lib/i18n'
import type { Id } from '@/lib/kernel/id'
import type { Currency, Money } from '@/lib/kernel/money'

export const documentKinds = ['receipt', 'act', 'refund-receipt', 'refund-act'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Minor units. `vat` is inside `amount`; a shop that pays no VAT has 0 per cent. */
export type DocumentLine = {
  sku: string
  title: Texts
  quantity: number
  price: number
  discount: number
  amount: number
  /** What the market pays of the price beside it: the commission counts from both. Missing: nothing. */
  subsidy?: number
  vatPercent: number
  vat: number
  ikpu: string | null
  packageCode: string | null
  commission: number
  /** Of the rule that was frozen at the sale. */
  rule: { id: string; version: number; bp: number; fixed: number; min: number | null; max: number | null } | null
}

/** What was true at the moment of issue; nothing on the paper is read again later. */
export type DocumentData = {
  orderNumber: string
  currency: Currency
  shop: { name: string; holder: string | null; taxId: string | null; vatCode: string | null }
  operator: { name: string; taxId: string | null; vatCode: string | null }
  lines: DocumentLine[]
  delivery: number
  deliveryVat: number
  total: number
  /** Of `total`: paid with store credit, or given back as such. */
  credit?: number
  commission: number
  commissionVat: number
  /** The paper that a refund's one mirrors. */
  original: string | null
}

export type DocumentSummary = {
  id: Id<'doc'>
  kind: DocumentKind
  /** `R-2026-000123` */
  name: string
  orderId: string
  parcelId: string
  amount: Money
  issuedAt: string
}
export type IssuedDocument = DocumentSummary & { shopId: string; data: DocumentData }

export const documentName = (series: string, number: number) => `${series}-${String(number).padStart(6, '0')}`
