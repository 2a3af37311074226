import type { Metadata } from 'next'
import { ImportList } from '@/components/import/import-list'
import { ExportPanel, UploadForm } from '@/components/import/upload-form'
import { DeskShell } from '@/components/seller/desk-shell'
import { importText } from '@/lib/i18n/messages/import'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listImports } from '@/lib/import'
import { openDesk } from '../open-desk'
import { ImportOutcome, type Query } from './import-outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: importText[await pageLocale()].title }
}

export default async function ImportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openDesk('import', '/import')
  const t = importText[locale]
  const imports = await listImports(actor)
  return (
    <DeskShell {...shell}>
      <h1>{t.title}</h1>
      <p className="small muted">{t.lead}</p>
      <ImportOutcome query={query} locale={locale} />
      <UploadForm locale={locale} />
      <section className="panel mt-4" aria-labelledby="recent">
        <h2 id="recent" className="text-lg! leading-6! mb-1">
          {t.recent}
        </h2>
        {imports.length === 0 ? (
          <p className="small muted">
            {t.none}. {t.noneHelp}
          </p>
        ) : (
          <ImportList imports={imports} locale={locale} />
        )}
      </section>
      <ExportPanel locale={locale} />
    </DeskShell>
  )
}
