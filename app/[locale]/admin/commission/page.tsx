import type { Metadata } from 'next'
import { FormPanel } from '@/components/account/form-panel'
import { AdminFrame } from '@/components/admin/desk-frame'
import { RuleTable } from '@/components/admin/rule-table'
import { moneyText } from '@/lib/i18n/messages/money'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listCommissions } from '@/lib/seller'
import { keptState } from '../../(buy)/kept-state'
import { openAdmin } from '../open-admin'
import { submitRule } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: moneyText[await pageLocale()].adminCommission }
}

export default async function CommissionPage() {
  const { locale, actor, shell } = await openAdmin('commission', '/commission')
  const [rules, kept] = await Promise.all([listCommissions(actor), keptState('commission')])
  const t = moneyText[locale]
  return (
    <AdminFrame {...shell} title={t.adminCommission} lead={t.commissionHelp}>
      <div className="desk-grid *:min-w-0">
        <section className="panel">
          <RuleTable rules={rules ?? []} locale={locale} />
        </section>
        {actor.role === 'admin' ? (
          <FormPanel
            title={t.addRule}
            heading="text-lg! leading-6! mb-2"
            action={submitRule}
            kept={kept as never}
            prefix="rule-"
            hidden={{ locale }}
            kind="solid"
            submit={t.saveRule}
            fields={[
              { name: 'percent', label: t.percent },
              { name: 'shop', label: t.shopSlug },
              { name: 'category', label: t.categorySlug },
              { name: 'fixed', label: t.fixed },
              { name: 'min', label: t.minimum },
              { name: 'max', label: t.maximum },
              { name: 'from', label: t.from, type: 'date' },
              { name: 'to', label: t.to, type: 'date' },
            ]}
          />
        ) : null}
      </div>
    </AdminFrame>
  )
}
