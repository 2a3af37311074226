import type { Metadata } from 'next'
import { FormPanel } from '@/components/account/form-panel'
import { StateForm } from '@/components/account/state-form'
import { AdminFrame } from '@/components/admin/desk-frame'
import { MissedTable, QueryRuleTable, SynonymTable, WhyTable } from '@/components/admin/search-tables'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { explainSearch } from '@/lib/catalog'
import { searchDeskText } from '@/lib/i18n/messages/search-desk'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listMissedSearches, listRules, listSynonyms } from '@/lib/search'
import { keptState } from '../../(buy)/kept-state'
import { openAdmin } from '../open-admin'
import { submitQueryRule, submitRemoval, submitSynonyms } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: searchDeskText[await pageLocale()].title }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SearchDeskPage({ searchParams }: Props) {
  const { locale, actor, shell } = await openAdmin('search', '/search')
  const asked = [(await searchParams)['q'] ?? ''].flat()[0]?.slice(0, 200) ?? ''
  const [why, synonyms, rules, missed, keptSynonyms, keptRule] = await Promise.all([
    asked === '' ? null : explainSearch(asked, locale, actor),
    listSynonyms(actor),
    listRules(actor),
    listMissedSearches(actor),
    keptState('synonyms'),
    keptState('query-rule'),
  ])
  const t = searchDeskText[locale]
  const heading = 'text-lg! leading-6! mb-2'
  return (
    <AdminFrame {...shell} title={t.title} lead={t.help}>
      <section className="panel mb-5">
        <h2 className={heading}>{t.why}</h2>
        <form className="row mb-4 items-end! gap-3!" action={`/${locale}/admin/search`}>
          <Field className="grow" label={t.query} name="q" type="search" defaultValue={asked} />
          <Button kind="two" type="submit">
            {t.explain}
          </Button>
        </form>
        {asked === '' ? null : why === null ? (
          <p className="muted">{t.nothing}</p>
        ) : (
          <WhyTable why={why} locale={locale} />
        )}
      </section>
      <div className="desk-grid *:min-w-0">
        <div className="stack gap-5">
          <section className="panel">
            <h2 className={heading}>{t.missed}</h2>
            <MissedTable missed={missed} locale={locale} />
          </section>
          <section className="panel">
            <h2 className={heading}>{t.synonyms}</h2>
            <SynonymTable lines={synonyms} remove={submitRemoval} locale={locale} />
          </section>
        </div>
        <div className="stack gap-5">
          <FormPanel
            title={t.synonyms}
            heading={heading}
            action={submitSynonyms}
            kept={keptSynonyms as never}
            prefix="syn-"
            hidden={{ locale }}
            kind="solid"
            submit={t.add}
            fields={[{ name: 'terms', label: t.terms, help: t.termsHelp }]}
          />
          <section className="panel">
            <h2 className={heading}>{t.rules}</h2>
            <QueryRuleTable rules={rules} locale={locale} />
            <StateForm
              action={submitQueryRule}
              kept={keptRule as never}
              prefix="rule-"
              hidden={{ locale }}
              kind="solid"
              submit={t.save}
              fields={[
                { name: 'query', label: t.query },
                { name: 'redirect', label: t.redirect, help: t.redirectHelp },
                { name: 'pins', label: t.pins, help: t.pinsHelp },
              ]}
            />
          </section>
        </div>
      </div>
    </AdminFrame>
  )
}
