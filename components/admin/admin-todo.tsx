import { adminHref } from '@/components/admin/admin-shell'
import { Icon, type IconName } from '@/components/ui/icon'
import { fill, type Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import type { MoneyTodo } from '@/lib/report/schema'

const jobs: [page: keyof MoneyTodo, icon: IconName, tone: string][] = [
  ['refunds', 'back', 'bg-anor-soft text-anor-ink'],
  ['disputes', 'chat', 'bg-saffron-soft text-saffron-ink'],
  ['findings', 'search', 'bg-saffron-soft text-saffron-ink'],
  ['payouts', 'shop', 'bg-cobalt-soft text-cobalt'],
  ['returns', 'parcel', 'bg-turq-soft text-turq'],
]

/** Only what waits; the most urgent is the one in pomegranate. */
export function AdminTodo({ locale, todo }: { locale: Locale; todo: MoneyTodo }) {
  const t = adminText[locale]
  const waiting = jobs.filter(([page]) => todo[page] > 0)
  return (
    <section className="panel mt-4">
      <h2 className="text-lg! leading-6! mb-1">{t.todo}</h2>
      {waiting.length === 0 ? (
        <p className="py-2">
          <b className="strong block">{t.nothing}</b>
          <span className="small muted">{t.nothingHelp}</span>
        </p>
      ) : null}
      <ul className="todo-list">
        {waiting.map(([page, icon, tone], index) => (
          <li key={page}>
            <span className={`ic ${tone}`}>
              <Icon name={icon} />
            </span>
            <span>
              <b className="strong num">{fill(t[`${page}Todo`], { count: todo[page] })}</b>
              <span className="small muted block">{t[`${page}TodoHelp`]}</span>
            </span>
            <a className={`btn sm ${index === 0 ? 'act' : 'two'}`} href={adminHref(locale, page)}>
              {t.open}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
