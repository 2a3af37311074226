import type { QuotedLine } from './events'

type Line = Pick<QuotedLine, 'variantId' | 'quantity'> & { parts?: QuotedLine['parts'] | null }
type StockLine = { variantId: string; quantity: number }

/** What leaves the shelf for these lines: the goods themselves, or the parts of a bundle. */
export const stockLines = (lines: readonly Line[]): StockLine[] =>
  lines.flatMap(
    ({ variantId, quantity, parts }) =>
      parts?.map((part) => ({ variantId: part.variantId, quantity: part.quantity * quantity })) ?? [
        { variantId, quantity },
      ],
  )
