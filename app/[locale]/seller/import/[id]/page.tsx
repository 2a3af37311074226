import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ImportBadge } from '@/components/import/import-list'
import { OutcomePanel, ProgressPanel } from '@/components/import/outcome-panel'
import { GoodsTable, ProblemTable } from '@/components/import/result-tables'
import { SetupForm } from '@/components/import/setup-form'
import { DeskShell } from '@/components/seller/desk-shell'
import { Notice } from '@/components/seller/notice'
import type { SellerActor } from '@/lib/auth/schema'
import { fill, type Locale } from '@/lib/i18n'
import { importText } from '@/lib/i18n/messages/import'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getImport, listItems, listProblems, readSample, tellProblem } from '@/lib/import'
import type { GoodsImport } from '@/lib/import/schema'
import { openDesk } from '../../open-desk'
import { beginImport } from '../actions'
import { ImportOutcome, type Query } from '../import-outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: importText[await pageLocale()].title }
}

const isBusy = ({ status }: GoodsImport) => status === 'reading' || status === 'running' || status === 'pictures'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function OneImportPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const { locale, actor, shell } = await openDesk('import', `/import/${id}`)
  const one = await getImport(id, actor)
  if (one === null) notFound()
  const setsUp = one.status === 'mapping' || (query['edit'] === '1' && !isBusy(one))
  return (
    <DeskShell {...shell}>
      {/* Without a script too: the page asks again by itself until the work is done. */}
      {isBusy(one) ? <meta httpEquiv="refresh" content="3" /> : null}
      <h1 className="[overflow-wrap:anywhere]">{one.fileName}</h1>
      <ImportBadge one={one} locale={locale} />
      <ImportOutcome query={query} locale={locale} />
      {setsUp ? (
        <SetupForm one={one} sample={await readSample(id, actor)} locale={locale} action={beginImport} />
      ) : (
        <Result one={one} actor={actor} locale={locale} />
      )}
    </DeskShell>
  )
}

const failures = ['unreadable-file', 'too-large', 'too-many-rows', 'no-rows', 'internal-error'] as const

function failureOf({ failure, failedLine }: GoodsImport, locale: Locale): string {
  const t = importText[locale]
  const text = t[failures.find((one) => one === failure) ?? 'internal-error']
  return failedLine === null ? text : `${text} ${fill(t.stopped, { line: failedLine })}`
}

async function Result({ one, actor, locale }: { one: GoodsImport; actor: SellerActor; locale: Locale }) {
  const [problems, items] = await Promise.all([listProblems(one.id, actor, 200), listItems(one.id, actor, 100)])
  const told = problems.map((problem) => ({ ...problem, text: tellProblem(problem, locale) }))
  return (
    <>
      {one.status === 'failed' ? <Notice text={failureOf(one, locale)} problem /> : null}
      {isBusy(one) ? (
        <ProgressPanel one={one} locale={locale} />
      ) : (
        <OutcomePanel one={one} locale={locale} action={beginImport} />
      )}
      <ProblemTable problems={told} locale={locale} />
      <GoodsTable items={items} locale={locale} />
    </>
  )
}
