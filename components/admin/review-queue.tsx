import { GoodsThumb } from '@/components/seller/goods-thumb'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { QueuedProduct } from '@/lib/catalog/schema'
import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'

type Props = { queue: readonly QueuedProduct[]; locale: Locale; action: (form: FormData) => Promise<void> }

/** What each shop wants to sell, with one press to show it and one with words to send it back. */
export function ReviewQueue({ queue, locale, action }: Props) {
  const t = productDeskText[locale]
  return (
    <ol className="stack mt-4 gap-4">
      {queue.map((product) => (
        <li key={product.id} className="panel">
          <div className="row items-start! gap-4!">
            <GoodsThumb image={product.image} />
            <div className="min-w-0 grow">
              <h2 className="text-base!">{product.title}</h2>
              <p className="small muted">
                {t.shop}: {product.shop} · {product.category} · {formatMoney(product.price, locale)} ·{' '}
                {product.locales.join(', ').toUpperCase()}
              </p>
              <p className="line-clamp-3 mt-1">{product.description}</p>
            </div>
          </div>
          <form action={action} className="row mt-3 flex-wrap items-end! gap-3!">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="id" value={product.id} />
            <Button
              kind="solid"
              type="submit"
              name="verdict"
              value="approve"
              aria-label={`${t.approve}: ${product.title}`}
            >
              {t.approve}
            </Button>
            <Field className="min-w-60 grow" label={t.words} name="words" id={`words-${product.id}`} maxLength={1000} />
            <Button
              kind="line"
              type="submit"
              name="verdict"
              value="back"
              aria-label={`${t.sendBack}: ${product.title}`}
            >
              {t.sendBack}
            </Button>
          </form>
        </li>
      ))}
    </ol>
  )
}
