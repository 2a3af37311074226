import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { importText } from '@/lib/i18n/messages/import'
import type { GoodsImport } from '@/lib/import/schema'

type Texts = (typeof importText)['uz']

/** «12 yangi · 3 oʻzgardi»: only what there is. */
export const resultLine = (one: GoodsImport, t: Texts): string =>
  (['created', 'updated', 'unchanged', 'refused'] as const)
    .filter((kind) => one[kind] > 0)
    .map((kind) => `${one[kind]} ${t[kind]}`)
    .join(' · ')

const toneOf = ({ status, errors }: GoodsImport): BadgeTone =>
  status === 'failed' ? 'bad' : status !== 'done' ? 'cob' : errors > 0 ? 'warn' : 'ok'

export function ImportBadge({ one, locale }: { one: GoodsImport; locale: Locale }) {
  const t = importText[locale]
  return <Badge tone={toneOf(one)}>{one.status === 'done' && one.dryRun ? t.tried : t[one.status]}</Badge>
}

export function ImportList({ imports, locale }: { imports: readonly GoodsImport[]; locale: Locale }) {
  const t = importText[locale]
  return (
    <DeskTable head={[{ label: t.file }, { label: t.status }, { label: t.result }, { label: t.when }]}>
      {imports.map((one) => (
        <DeskRow key={one.id}>
          <DeskCell>
            <a
              className="inline-flex min-h-11 items-center break-all font-semibold"
              href={`/${locale}/seller/import/${one.id}`}
            >
              {one.fileName}
            </a>
          </DeskCell>
          <DeskCell right>
            <ImportBadge one={one} locale={locale} />
          </DeskCell>
          <DeskCell className="small num">{resultLine(one, t)}</DeskCell>
          <DeskCell right className="small muted">
            {formatDate(one.createdAt, locale)}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
