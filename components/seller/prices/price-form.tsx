import type { FormAction, FormState } from '@/components/account/account-state'
import { type FieldPlan, StateForm } from '@/components/account/state-form'
import type { SellerProduct } from '@/lib/catalog/schema'
import { formatMoney, sumField } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'
import { money } from '@/lib/kernel/money'

type Variant = SellerProduct['variants'][number]
type Props = {
  product: string
  variant: Variant
  /** What may be struck through at most, and whether by a discount that has begun. */
  most: number
  runs: boolean
  action: FormAction
  kept: FormState | null
  locale: Locale
  at: number
}

function fieldsOf({ variant, most, runs, locale }: Props): FieldPlan[] {
  const t = priceText[locale]
  const help = fill(runs ? t.wasRuns : t.wasMost, { price: formatMoney(money(most, 'UZS'), locale) })
  const steps = Math.max(2, Math.min(10, variant.tiers.length + 1))
  const tiers = Array.from({ length: steps }, (_, index) => {
    const tier = variant.tiers[index]
    const n = index + 1
    return [
      { name: `from${n}`, label: fill(t.tierFrom, { n }), value: tier ? String(tier.from) : '' },
      { name: `each${n}`, label: fill(t.tierPrice, { n }), value: tier ? sumField(tier.price) : '' },
    ]
  })
  return [
    { name: 'price', label: t.price, value: sumField(variant.price) },
    { name: 'was', label: t.was, help, value: variant.compareAtPrice ? sumField(variant.compareAtPrice) : '' },
    { name: 'minOrder', label: t.minOrder, value: String(variant.minOrder) },
    { name: 'multiple', label: t.multiple, value: String(variant.multiple) },
    ...tiers.flat(),
  ]
}

/** What one variant costs; says beforehand how much may be struck through. */
export function PriceForm(props: Props) {
  const { product, variant, action, kept, locale, at } = props
  const t = priceText[locale]
  const prefix = `v${at}-`
  return (
    <>
      {variant.inForce === null ? null : (
        <p className="mb-3 font-semibold">{fill(t.inForce, { price: formatMoney(variant.inForce.price, locale) })}</p>
      )}
      <StateForm
        action={action}
        kept={kept}
        prefix={prefix}
        hidden={{ locale, product, sku: variant.sku, prefix }}
        kind="solid"
        submit={t.save}
        fields={fieldsOf(props)}
        beside
      />
    </>
  )
}
