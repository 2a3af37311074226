import type { FormAction, FormState } from '@/components/account/account-state'
import { FormPanel } from '@/components/account/form-panel'
import { type CouponAction, CouponTable } from '@/components/coupon/coupon-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/field'
import type { Locale } from '@/lib/i18n'
import { couponText } from '@/lib/i18n/messages/coupon'
import { type CouponReport, couponKinds, segments } from '@/lib/promotion/schema'

type Props = {
  desk: 'seller' | 'admin'
  locale: Locale
  coupons: readonly CouponReport[]
  /** The id after which the next page begins; null: this is the last. */
  older: string | null
  kept: FormState | null
  create: FormAction
  end: CouponAction
  accept: CouponAction
}

/** Both desks make coupons with the same form; only the operator says for which shop, and what the market pays. */
export function CouponDesk({ desk, locale, coupons, older, kept, create, end, accept }: Props) {
  const t = couponText[locale]
  const names = ['most', 'minimum', 'limit', 'perPerson', 'category', 'campaign'] as const
  const operator = [
    { name: 'shop', label: t.shop },
    { name: 'market', label: t.market, value: '100' },
  ]
  return (
    <>
      <p className="muted max-w-[70ch]">{desk === 'seller' ? t.sellerLead : t.adminLead}</p>
      <div className="desk-grid *:min-w-0">
        <section className="panel h-fit">
          {coupons.length === 0 ? (
            <EmptyState title={t.none} text={t.noneText} />
          ) : (
            <CouponTable {...{ coupons, locale, desk, end, accept }} />
          )}
          {older === null ? null : (
            <ButtonLink kind="line" className="mt-3" href={`?${new URLSearchParams({ before: older })}`}>
              {t.older}
            </ButtonLink>
          )}
        </section>
        <FormPanel
          title={t.add}
          heading="text-lg! leading-6! mb-2"
          action={create}
          kept={kept}
          prefix="coupon-"
          hidden={{ locale, desk }}
          kind="solid"
          submit={t.save}
          fields={[
            { name: 'code', label: t.code, help: t.codeHelp },
            { name: 'value', label: t.value, help: t.valueHelp },
            ...(desk === 'admin' ? operator : []),
            ...names.map((name) => ({ name, label: t[name] })),
            { name: 'from', label: t.from, type: 'date' },
            { name: 'to', label: t.to, type: 'date' },
          ]}
        >
          <Select label={t.kind} name="coupon-kind" defaultValue={kept?.values['kind'] ?? 'percent'}>
            {couponKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t[kind]}
              </option>
            ))}
          </Select>
          <Select label={t.segment} name="coupon-segment" defaultValue={kept?.values['segment'] ?? 'everyone'}>
            {segments.map((segment) => (
              <option key={segment} value={segment}>
                {t[segment]}
              </option>
            ))}
          </Select>
        </FormPanel>
      </div>
    </>
  )
}
