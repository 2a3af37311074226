'use client'

import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import { type Choice, chooseVariant, firstChoice } from '@/components/product/choose-variant'
import { Gallery } from '@/components/product/gallery'
import { VariantPicker } from '@/components/product/variant-picker'
import { Icon } from '@/components/ui/icon'
import type { OptionAxis, Picture } from '@/lib/catalog/schema'
import { askedVariant } from '@/lib/i18n/variant-href'

export type StageWords = {
  gallery: string
  pictures: readonly string[]
  close: string
  variants: string
  soldOut: string
  soldOutLong: string
  add: string
  addLong: string
  buyNow: string
  promise: string
}

type Props = {
  action: string
  images: readonly Picture[]
  axes: readonly OptionAxis[]
  choices: readonly Choice[]
  words: StageWords
  head: ReactNode
  heart: ReactNode
  brief: ReactNode
  facts: ReactNode
}

function Cost({ choice }: { choice: Choice }) {
  return (
    <div className="small muted num" aria-live="polite">
      <p className="cost">
        <span className="price lg num">{choice.price}</span>
        {choice.was === null ? null : <s className="was num">{choice.was}</s>}
      </p>
      {choice.notes?.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {choice.offers?.length ? (
        <table className="offers">
          <tbody>
            {choice.offers.map(([from, price]) => (
              <tr key={from}>
                <th scope="row">{from}</th>
                <td>{price}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}

function Buy({ choice, words }: { choice: Choice; words: StageWords }) {
  if (!choice.inStock) return <span className="btn full off">{words.soldOutLong}</span>
  return (
    <>
      <button className="btn act full" type="submit">
        <Icon name="cart" />
        {words.addLong}
      </button>
      <button className="btn two full" type="submit" name="then" value="checkout" data-leave="">
        {words.buyNow}
      </button>
      <p className="small muted centre">{choice.stock}</p>
    </>
  )
}

/** By what it differs from the others. */
const nameOf = (axes: readonly OptionAxis[], { options }: Choice) =>
  axes.map(({ code, values }) => values.find(({ value }) => value === options[code])?.label ?? '').join(', ')

const start = { index: 0 }
const never = () => () => {}

/** The variant that the address names, once the page is alive: its bytes are the same for every variant. */
function useAsked(choices: readonly Choice[]): { choice: Choice; shown: { index: number } } | undefined {
  const search = useSyncExternalStore(
    never,
    () => window.location.search,
    () => '',
  )
  return useMemo(() => {
    const sku = askedVariant(search)
    const choice = choices.find((one) => one.sku === sku)
    return choice && { choice, shown: { index: choice.image } }
  }, [search, choices])
}

/** The part of the product page that follows the chosen variant: picture, price, stock and what goes to the cart. */
export function ProductStage({ action, images, axes, choices, words, head, heart, brief, facts }: Props) {
  const [chosen, setPicked] = useState<Choice>()
  const [wished, setShown] = useState<{ index: number }>()
  const asked = useAsked(choices)
  const picked = chosen ?? asked?.choice ?? firstChoice(choices, ({ cost }) => cost)
  const shown = wished ?? asked?.shown ?? start
  if (picked === undefined) return null
  const pick = (code: string, value: string) => {
    const next = chooseVariant(choices, picked, code, value)
    setPicked(next)
    setShown({ index: next.image })
  }
  return (
    <form className="prod" method="post" action={action} data-cart-add="">
      {/* Before the list for readers without script: of two the later counts. */}
      <input type="hidden" name="variantId" value={picked.id} />
      <Gallery images={images} shown={shown} onShow={(index) => setShown({ index })} words={words} corner={heart} />
      <div className="stack info">
        {head}
        <div className="only-phone">
          <Cost choice={picked} />
        </div>
        {axes.length === 0 ? null : (
          <noscript>
            <label className="field plain">
              {words.variants}
              <select className="input" name="variantId" defaultValue={picked.id}>
                {choices
                  .filter(({ inStock }) => inStock)
                  .map((choice) => (
                    <option key={choice.id} value={choice.id}>
                      {`${nameOf(axes, choice)} — ${choice.price}`}
                    </option>
                  ))}
              </select>
            </label>
          </noscript>
        )}
        <VariantPicker
          axes={axes}
          images={images}
          choices={choices}
          current={picked}
          soldOut={words.soldOut}
          onPick={pick}
        />
        {picked.inStock ? (
          <button className="btn two full only-phone" type="submit" name="then" value="checkout" data-leave="">
            {words.buyNow}
          </button>
        ) : null}
        {brief}
      </div>
      <aside className="stack">
        <div className="panel stack lift buy-panel only-wide">
          <Cost choice={picked} />
          <Buy choice={picked} words={words} />
        </div>
        {facts}
      </aside>
      <div className="buybar">
        <span className="grow">
          <span className="price num">{picked.price}</span>
          <span className="small muted block">{picked.inStock ? words.promise : words.soldOutLong}</span>
        </span>
        <button className="btn act" type="submit" disabled={!picked.inStock}>
          <Icon name="cart" />
          {words.add}
        </button>
      </div>
    </form>
  )
}
