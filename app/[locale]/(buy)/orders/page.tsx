import type { Metadata } from 'next'
import { FindOrder, type FindProblem } from '@/components/order/find-order'
import { OrderList } from '@/components/order/order-list'
import { currentActor, orderPasses } from '@/lib/auth'
import { accountText } from '@/lib/i18n/messages/account'
import { orderText } from '@/lib/i18n/messages/order'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listOrders } from '@/lib/order'
import { findOrder } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: orderText[await pageLocale()].findTitle }
}

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

const problems: readonly FindProblem[] = ['number', 'phone', 'not-found', 'too-many']
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export default async function OrdersPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const t = orderText[locale]
  const query = await searchParams
  const mine = await listOrders(await currentActor(), { limit: 5 })
  const passes = await orderPasses()
  return (
    <div className="wrap pt-5 pb-16">
      <h1>{t.findTitle}</h1>
      <p className="muted mt-2 mb-5 max-w-[40em]">{t.findText}</p>
      <FindOrder
        locale={locale}
        action={findOrder}
        number={one(query['number'])}
        problem={problems.find((problem) => problem === one(query['problem'])) ?? null}
      />
      {passes.length === 0 ? null : (
        <section className="sec">
          <h2 className="mb-3">{t.myOrders}</h2>
          <ul className="row flex-wrap">
            {passes.map(({ number }) => (
              <li key={number}>
                <a className="chip num" href={`/${locale}/orders/${number}`}>
                  {number}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mine.items.length === 0 ? null : (
        <section className="sec">
          <h2 className="mb-3">{accountText[locale].orders}</h2>
          <OrderList orders={mine.items} locale={locale} />
        </section>
      )}
    </div>
  )
}
