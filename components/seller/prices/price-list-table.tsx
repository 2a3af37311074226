import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { formatDate } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { priceText } from '@/lib/i18n/messages/price'
import type { PriceList } from '@/lib/price/schema'

type Props = { lists: readonly PriceList[]; locale: Locale; end: (form: FormData) => Promise<void> }

const cell = 'max-[899px]:block max-[899px]:border-0! max-[899px]:p-0!'

function Row({ list, locale, end }: { list: PriceList } & Omit<Props, 'lists'>) {
  const t = priceText[locale]
  const states = { planned: t.planned, running: t.running, ended: t.over }
  const tone = list.state === 'running' ? 'ok' : list.state === 'planned' ? 'cob' : undefined
  const when = (at: string) => formatDate(at, locale, { time: true })
  return (
    <tr className="max-[899px]:grid max-[899px]:gap-1 max-[899px]:border-b max-[899px]:border-line max-[899px]:py-3">
      <th scope="row" className={`bg-transparent! text-ink! text-sm! ${cell}`}>
        {list.name}
      </th>
      <td className={cell}>
        <Badge {...(tone && { tone })}>{states[list.state]}</Badge>
      </td>
      <td className={`num ${cell}`}>
        {when(list.from)} – {list.to === null ? t.untilEnded : when(list.to)}
      </td>
      <td className={`r num ${cell} max-[899px]:text-left!`}>
        {t.goods}: {list.entries}
      </td>
      <td className={cell}>
        {list.state === 'ended' ? null : (
          <form action={end}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="list" value={list.id} />
            <Button
              kind="line"
              size="sm"
              type="submit"
              className="min-h-11!"
              aria-label={fill(t.endOf, { name: list.name })}
            >
              {t.end}
            </Button>
          </form>
        )}
      </td>
    </tr>
  )
}

/** The shop's lists, the latest first. */
export function PriceListTable({ lists, locale, end }: Props) {
  const t = priceText[locale]
  if (lists.length === 0) return <p className="panel mt-3.5">{t.noLists}</p>
  return (
    <section className="panel mt-3.5">
      <table className="tbl max-[899px]:block">
        <caption className="sr">{t.lists}</caption>
        <tbody className="max-[899px]:block">
          {lists.map((list) => (
            <Row key={list.id} list={list} locale={locale} end={end} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
