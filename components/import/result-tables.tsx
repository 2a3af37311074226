import type { ReactNode } from 'react'
import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { Badge } from '@/components/ui/badge'
import { fill, type Locale } from '@/lib/i18n'
import { importText } from '@/lib/i18n/messages/import'
import type { ImportItem } from '@/lib/import/schema'

export type ToldProblem = { line: number; level: 'error' | 'warning'; text: string }

function Told({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section className="panel mt-4" aria-labelledby={id}>
      <h2 id={id} className="text-lg! leading-6! mb-1">
        {title}
      </h2>
      <p className="small muted">{lead}</p>
      {children}
    </section>
  )
}

export function ProblemTable({ problems, locale }: { problems: readonly ToldProblem[]; locale: Locale }) {
  const t = importText[locale]
  if (problems.length === 0) return null
  return (
    <Told id="problems" title={t.problems} lead={fill(t.firstProblems, { count: problems.length })}>
      <DeskTable head={[{ label: t.line }, { label: t.status }, { label: t.result }]}>
        {problems.map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never changes
          <DeskRow key={at}>
            <DeskCell className="num">{problem.line}</DeskCell>
            <DeskCell right>
              <Badge tone={problem.level === 'error' ? 'bad' : 'warn'}>{t[problem.level]}</Badge>
            </DeskCell>
            <DeskCell wide className="break-words [overflow-wrap:anywhere]">
              {problem.text}
            </DeskCell>
          </DeskRow>
        ))}
      </DeskTable>
    </Told>
  )
}

export function GoodsTable({ items, locale }: { items: readonly ImportItem[]; locale: Locale }) {
  const t = importText[locale]
  if (items.length === 0) return null
  return (
    <Told id="goods" title={t.goods} lead={fill(t.firstGoods, { count: items.length })}>
      <DeskTable head={[{ label: t.line }, { label: t.product }, { label: t.result }, { label: t.chosenCategory }]}>
        {items.map((item) => (
          <DeskRow key={item.n}>
            <DeskCell className="num small muted">{item.line}</DeskCell>
            <DeskCell right className="font-semibold">
              {item.title ?? '—'}
            </DeskCell>
            <DeskCell>{item.outcome === null ? '' : t[item.outcome]}</DeskCell>
            <DeskCell right className="small">
              {item.category ?? '—'}
              {item.chosenBy === null ? null : <span className="muted"> · {t[`by${item.chosenBy}`]}</span>}
            </DeskCell>
          </DeskRow>
        ))}
      </DeskTable>
    </Told>
  )
}
