'use client'

import { useState } from 'react'
import { Thumb } from '@/components/product/picture'
import type { ProductPictures } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { picturesText } from '@/lib/i18n/messages/pictures'

export type VariantChoice = { id: string; label: string; image: number }

type Props = {
  locale: Locale
  variants: readonly VariantChoice[]
  /** As they hung when the page was opened: `image` is a place among them. */
  hung: ProductPictures['pictures']
  keys: readonly string[]
  onChange: () => void
}

/** Nothing to choose where there is one variant or one picture. */
export function VariantPictures({ locale, variants, hung, keys, onChange }: Props) {
  const t = picturesText[locale]
  const [chosen, setChosen] = useState(() => new Map(variants.map(({ id, image }) => [id, hung[image]?.key ?? ''])))
  if (variants.length < 2 || keys.length < 2) return null
  return (
    <section className="panel" aria-labelledby="by-variant">
      <h2 id="by-variant" className="text-lg! leading-6! mb-3">
        {t.variants}
      </h2>
      <ul className="by-variant">
        {variants.map(({ id, label }) => {
          const key = keys.find((one) => one === chosen.get(id)) ?? keys[0] ?? ''
          return (
            <li key={id} className="row gap-3!">
              <Thumb imageKey={key} width={44} height={55} />
              <label className="grow small">
                {label}
                <select
                  className="input"
                  name={`variant.${id}`}
                  value={key}
                  aria-label={fill(t.variantPicture, { variant: label })}
                  onChange={(event) => {
                    setChosen(new Map(chosen).set(id, event.target.value))
                    onChange()
                  }}
                >
                  {keys.map((one, at) => (
                    <option key={one} value={one}>
                      {fill(t.nth, { n: at + 1 })}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
