'use client'

import { useState } from 'react'
import { type Edited, PictureCard } from '@/components/seller/pictures/picture-card'
import { Uploader } from '@/components/seller/pictures/uploader'
import { type VariantChoice, VariantPictures } from '@/components/seller/pictures/variant-pictures'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PICTURES, type ProductPictures } from '@/lib/catalog/schema'
import { fill, type Locale, locales } from '@/lib/i18n'
import { picturesText } from '@/lib/i18n/messages/pictures'

type Product = Omit<ProductPictures, 'variants'> & { variants: VariantChoice[] }
type Props = { locale: Locale; product: Product; save: (form: FormData) => Promise<void> }

const toEdited = ({ key, alt, focal, fresh, own }: ProductPictures['pictures'][number]): Edited => ({
  key,
  alt,
  fresh,
  own,
  point: focal && [Math.round(focal[0] * 100), Math.round(focal[1] * 100)],
})

function moved<Item>(all: readonly Item[], from: number, to: number): Item[] {
  const rest = all.filter((_, at) => at !== from)
  return [...rest.slice(0, to), ...all.slice(from, from + 1), ...rest.slice(to)]
}

/** Everything about a product's pictures in one form, saved at once. */
export function PictureEditor({ locale, product, save }: Props) {
  const t = picturesText[locale]
  const [pictures, setPictures] = useState<Edited[]>(() => product.pictures.map(toEdited))
  const [said, setSaid] = useState('')
  const [changed, setChanged] = useState(product.pictures.some(({ fresh }) => fresh))
  const shown = product.status === 'active' || product.status === 'review'
  const written = shown ? locales.filter((language) => product.title[language]) : []
  const edit = (next: (all: Edited[]) => Edited[]) => {
    setChanged(true)
    setPictures(next)
  }
  const move = (from: number, to: number) => {
    edit((all) => moved(all, from, to))
    setSaid(fill(t.moved, { n: to + 1 }))
  }
  const add = (key: string) =>
    edit((all) =>
      all.some((one) => one.key === key) ? all : [...all, { key, alt: {}, point: null, fresh: true, own: true }],
    )
  return (
    <>
      {pictures.length >= PICTURES ? (
        <p className="panel mt-4">{fill(t.full, { count: PICTURES })}</p>
      ) : (
        <Uploader locale={locale} productId={product.id} room={PICTURES - pictures.length} onSent={add} />
      )}
      <form action={save} className="mt-4 stack gap-4!">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="product" value={product.id} />
        {pictures.length === 0 ? (
          <EmptyState title={t.none} text={t.noneHelp} />
        ) : (
          <>
            <p className="small muted">{t.lead}</p>
            <ol className="stack gap-3!">
              {pictures.map((picture, at) => (
                <PictureCard
                  key={picture.key}
                  picture={picture}
                  at={at}
                  last={at === pictures.length - 1}
                  locale={locale}
                  needed={picture.own ? written : []}
                  onChange={(change) =>
                    edit((all) => all.map((one) => (one.key === picture.key ? { ...one, ...change } : one)))
                  }
                  onMove={move}
                  onRemove={() => {
                    edit((all) => all.filter((one) => one.key !== picture.key))
                    setSaid(t.removed)
                  }}
                />
              ))}
            </ol>
            <VariantPictures
              locale={locale}
              variants={product.variants}
              hung={product.pictures}
              keys={pictures.map(({ key }) => key)}
              onChange={() => setChanged(true)}
            />
          </>
        )}
        <div className="savebar row between">
          <span className="small muted" aria-live="polite">
            {said}
            {changed ? <span className="block">{t.unsaved}</span> : null}
          </span>
          <Button kind="act" type="submit">
            {t.save}
          </Button>
        </div>
      </form>
    </>
  )
}
