import type { OptionLabels } from '@/components/cart/options-line'
import { PartsLine } from '@/components/product/parts-line'
import { Thumb } from '@/components/product/picture'
import { Icon } from '@/components/ui/icon'
import { Price } from '@/components/ui/price'
import { type CartItem, maxQuantity } from '@/lib/cart/schema'
import { formatMoney, pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { cartText } from '@/lib/i18n/messages/cart'
import { offerText } from '@/lib/i18n/messages/offer'
import { money } from '@/lib/kernel/money'
import { leastOrder, nextQuantity } from '@/lib/price/schema'

export type CartAction = (form: FormData) => Promise<void>
export type CartActions = { change: CartAction; remove: CartAction }

type Line = { item: CartItem; options: string; locale: Locale; actions: CartActions }

/** One form, two buttons: each carries the quantity it leads to, so that it works without JavaScript. */
function Stepper({ item, locale, actions }: Line) {
  const t = cartText[locale]
  const title = pick(item.title, locale)
  const less = nextQuantity(item, item.quantity, -1, Math.max(item.available, 1))
  const more = nextQuantity(item, item.quantity, 1, Math.min(item.available, maxQuantity))
  return (
    <form action={actions.change} className="step">
      <input type="hidden" name="itemId" value={item.id} />
      <button
        type="submit"
        name="quantity"
        value={less ?? ''}
        disabled={less === null}
        aria-label={fill(t.less, { title })}
      >
        <Icon name="minus" />
      </button>
      <b className="num">
        <span className="sr-only">{fill(t.quantity, { n: item.quantity })}</span>
        <span aria-hidden="true">{item.quantity}</span>
      </b>
      <button
        type="submit"
        name="quantity"
        value={more ?? ''}
        disabled={more === null}
        aria-label={fill(t.more, { title })}
      >
        <Icon name="plus" />
      </button>
    </form>
  )
}

function Shortage({ item, locale }: Pick<Line, 'item' | 'locale'>) {
  const t = cartText[locale]
  if (item.problem !== null && item.available > 0) {
    const offer = offerText[locale]
    const said =
      item.problem === 'not-a-multiple'
        ? fill(offer.notAPack, { n: item.multiple })
        : fill(offer.tooFew, { n: leastOrder(item) })
    return <p className="small font-semibold text-bad">{said}</p>
  }
  if (item.available === 0) return <p className="small font-semibold text-bad">{t.soldOut}</p>
  if (item.available < item.quantity)
    return <p className="small font-semibold text-bad">{fill(t.tooMany, { n: item.available })}</p>
  if (item.available > 3) return null
  return <p className="small font-semibold text-saffron-ink">{fill(t.lastOnes, { n: item.available })}</p>
}

/** What more of it would cost each: the next tier that the cart has not reached. */
function NextTier({ item, locale }: Pick<Line, 'item' | 'locale'>) {
  const next = item.tiers.find(({ from, price }) => from > item.quantity && price < item.price.amount)
  if (next === undefined || next.from > item.available) return null
  const price = formatMoney(money(next.price, item.price.currency), locale)
  return <p className="small muted num">{fill(offerText[locale].cheaperFrom, { n: next.from, price })}</p>
}

export function CartLine({ item, options, labels, locale, actions }: Line & { labels: OptionLabels }) {
  const t = cartText[locale]
  const title = pick(item.title, locale)
  return (
    <div className="item">
      {item.image === null ? <span /> : <Thumb imageKey={item.image} width={96} height={120} />}
      <div className="stack content-start" style={{ gap: 6 }}>
        <div className="row between items-start">
          <h3>
            <a href={`/${locale}/p/${item.productSlug}`}>{title}</a>
          </h3>
          <form action={actions.remove}>
            <input type="hidden" name="itemId" value={item.id} />
            <button type="submit" className="iconbtn text-ink-3" aria-label={fill(t.remove, { title })}>
              <Icon name="bin" />
            </button>
          </form>
        </div>
        {options === '' ? null : <p className="small muted">{options}</p>}
        <PartsLine parts={item.parts} labels={labels} locale={locale} />
        <Shortage item={item} locale={locale} />
        <NextTier item={item} locale={locale} />
        <div className="row between flex-wrap">
          <Stepper item={item} options={options} locale={locale} actions={actions} />
          <span className="text-right">
            <Price money={item.total} locale={locale} />
            {item.quantity > 1 ? (
              <span className="small muted num block">{fill(t.each, { price: formatMoney(item.price, locale) })}</span>
            ) : null}
          </span>
        </div>
      </div>
    </div>
  )
}
