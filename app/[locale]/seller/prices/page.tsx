import type { Metadata } from 'next'
import type { FormState } from '@/components/account/account-state'
import { StateForm } from '@/components/account/state-form'
import { DeskShell } from '@/components/seller/desk-shell'
import { Notice } from '@/components/seller/notice'
import { PriceListTable } from '@/components/seller/prices/price-list-table'
import { priceText } from '@/lib/i18n/messages/price'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listPriceLists } from '@/lib/price'
import { keptState } from '../../(buy)/kept-state'
import { openDesk } from '../open-desk'
import { stopPriceList, submitPriceList } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: priceText[await pageLocale()].lists }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PriceListsPage({ searchParams }: Props) {
  const { outcome } = await searchParams
  const { locale, actor, shell } = await openDesk('products', '/prices')
  const t = priceText[locale]
  const [lists, kept] = await Promise.all([listPriceLists(actor.shopId), keptState<FormState>('price-list')])
  return (
    <DeskShell {...shell}>
      <h1>{t.lists}</h1>
      <p className="muted mt-1">{t.listsHelp}</p>
      {outcome === undefined ? null : (
        <Notice text={outcome === 'ended' ? t.ended : t.failed} problem={outcome !== 'ended'} />
      )}
      <PriceListTable lists={lists} locale={locale} end={stopPriceList} />
      <section className="panel mt-3.5">
        <h2 className="mb-3">{t.create}</h2>
        <StateForm
          action={submitPriceList}
          kept={kept}
          prefix="list-"
          hidden={{ locale }}
          kind="solid"
          submit={t.create}
          fields={[
            { name: 'name', label: t.listName },
            { name: 'from', label: t.from, type: 'datetime-local' },
            { name: 'to', label: t.to, type: 'datetime-local' },
          ]}
        >
          <div className="field">
            <label htmlFor="list-entries">{t.entries}</label>
            <textarea
              className="input min-h-40"
              id="list-entries"
              name="list-entries"
              rows={6}
              aria-describedby="list-help"
              defaultValue={kept?.values['entries'] ?? ''}
            />
            <span className="msg" id="list-help">
              {t.entriesHelp}
            </span>
          </div>
          <div className="field">
            <label htmlFor="list-file">{t.file}</label>
            <input className="input" id="list-file" name="list-file" type="file" accept=".csv,.txt,text/csv" />
          </div>
        </StateForm>
      </section>
    </DeskShell>
  )
}
