import { countOf, type ParcelCounts } from '@/components/seller/parcel-tabs'
import { Icon, type IconName } from '@/components/ui/icon'
import { pick } from '@/lib/format'
import { fill, type Locale, plural } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { LowStock } from '@/lib/report/schema'

type Job = 'confirm' | 'pack' | 'ship' | 'low' | 'return'
type Work = { locale: Locale; counts: ParcelCounts; low: LowStock; returning: number }
type Todo = { job: Job; count: number; help: string; href: string; icon: IconName; tone: string }

const sentence = (locale: Locale, job: Job, count: number) => {
  if (job === 'return') return fill(refundText[locale].returnTodo, { count })
  const t = sellerText[locale]
  const forms = { one: t[`${job}One`], few: t[`${job}Few`], many: t[`${job}Many`], other: t[`${job}Other`] }
  return fill(plural(locale, count, forms), { count })
}

function todos({ locale, counts, low, returning }: Work): Todo[] {
  const t = sellerText[locale]
  const parcels = (status: string) => `/${locale}/seller/parcels?status=${status}`
  const lowHelp =
    low.worst === null ? '' : fill(t.lowHelp, { title: pick(low.worst.title, locale), count: low.worst.left })
  const all: Todo[] = [
    {
      job: 'confirm',
      count: countOf(counts, 'pending'),
      help: t.confirmHelp,
      href: parcels('pending'),
      icon: 'bell',
      tone: 'bg-anor-soft text-anor-ink',
    },
    {
      job: 'pack',
      count: countOf(counts, 'confirmed'),
      help: t.packHelp,
      href: parcels('confirmed'),
      icon: 'parcel',
      tone: 'bg-cobalt-soft text-cobalt',
    },
    {
      job: 'ship',
      count: countOf(counts, 'packed'),
      help: t.shipHelp,
      href: parcels('packed'),
      icon: 'truck',
      tone: 'bg-turq-soft text-turq',
    },
    {
      job: 'return',
      count: returning,
      help: refundText[locale].returnTodoHelp,
      href: `/${locale}/seller/returns`,
      icon: 'back',
      tone: 'bg-anor-soft text-anor-ink',
    },
    {
      job: 'low',
      count: low.count,
      help: lowHelp,
      href: `/${locale}/seller/products?show=low`,
      icon: 'catalog',
      tone: 'bg-saffron-soft text-saffron-ink',
    },
  ]
  return all.filter(({ count }) => count > 0)
}

/** Answers «what must I do now?»: only what waits, the most urgent first and the only one in pomegranate. */
export function TodoList(work: Work) {
  const { locale } = work
  const t = sellerText[locale]
  const list = todos(work)
  return (
    <section className="panel">
      <h2 className="text-lg! leading-6! mb-1">{t.todo}</h2>
      {list.length === 0 ? <NothingToDo locale={locale} /> : null}
      <ul className="todo-list">
        {list.map(({ job, count, help, href, icon, tone }, index) => (
          <li key={job}>
            <span className={`ic ${tone}`}>
              <Icon name={icon} />
            </span>
            <span>
              <b className="strong num">{sentence(locale, job, count)}</b>
              <span className="small muted block">{help}</span>
            </span>
            <a className={`btn sm ${index === 0 ? 'act' : 'two'}`} href={href}>
              {job === 'return' ? refundText[locale].returnGo : t[`${job}Go`]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingToDo({ locale }: { locale: Locale }) {
  const t = sellerText[locale]
  return (
    <div className="row gap-3.5! py-3">
      <span className="flex size-11 flex-none items-center justify-center rounded-[14px] bg-ok-soft text-ok">
        <Icon name="check" />
      </span>
      <span>
        <b className="strong">{t.nothingToDo}</b>
        <span className="small muted block">{t.nothingToDoHelp}</span>
      </span>
    </div>
  )
}
