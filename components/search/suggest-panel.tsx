'use client'

import { type ReactNode, type RefObject, useEffect, useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { money } from '@/lib/kernel/money'
import { useCombobox } from './use-combobox'
import { forgetOwnSearches, keepOwnSearch, readOwnSearches, useSuggestions } from './use-suggestions'

export type SuggestWords = Record<'history' | 'forget' | 'goods' | 'categories' | 'shops' | 'list', string>
export type SuggestPanelProps = { input: RefObject<HTMLInputElement | null>; locale: Locale; words: SuggestWords }

type Option = { key: string; href: string; body: ReactNode }
type Section = { name: string; options: Option[] }

function sectionsOf(
  own: readonly string[],
  found: ReturnType<typeof useSuggestions>,
  { locale, words }: SuggestPanelProps,
): Section[] {
  const line = (icon: 'clock' | 'catalog' | 'shop', text: string) => (
    <>
      <Icon name={icon} small />
      <span className="truncate">{text}</span>
    </>
  )
  const all: Section[] = [
    {
      name: words.history,
      options: own.map((q) => ({
        key: `q:${q}`,
        href: `/${locale}/search?q=${encodeURIComponent(q)}`,
        body: line('clock', q),
      })),
    },
    {
      name: words.categories,
      options: found.categories.map(({ slug, path, name }) => ({
        key: `c:${slug}`,
        href: `/${locale}/c/${path.join('/')}`,
        body: line('catalog', name),
      })),
    },
    {
      name: words.goods,
      options: found.products.map(({ slug, title, price, image }) => ({
        key: `p:${slug}`,
        href: `/${locale}/p/${slug}`,
        body: (
          <>
            {image === null ? null : (
              <img src={image.url.replace('-640.', '-320.')} alt="" width="36" height="45" className="rounded-md" />
            )}
            <span className="grow leading-5">{title}</span>
            <b className="num shrink-0">{formatMoney(money(Number(price.amount), price.currency), locale)}</b>
          </>
        ),
      })),
    },
    {
      name: words.shops,
      options: found.shops.map(({ slug, name }) => ({
        key: `s:${slug}`,
        href: `/${locale}/shop/${slug}`,
        body: line('shop', name),
      })),
    },
  ]
  return all.filter(({ options }) => options.length > 0)
}

const ownFor = (typed: string, own: readonly string[]) => {
  const start = typed.toLowerCase()
  return start === ''
    ? own
    : own.filter((q) => q.toLowerCase().startsWith(start) && q.toLowerCase() !== start).slice(0, 2)
}

/** Goods, categories, shops and one's own searches under the field: a listbox that the arrows walk. */
export function SuggestPanel(props: SuggestPanelProps) {
  const { input, words } = props
  const id = useId()
  const [own, setOwn] = useState(readOwnSearches)
  const [typed, setTyped] = useState(() => input.current?.value.trim() ?? '')
  const sections = sectionsOf(ownFor(typed, own), useSuggestions(typed, props.locale), props)
  const keys = sections.flatMap(({ options }) => options.map(({ key }) => key))
  const { open, active, close } = useCombobox({ input, listId: id, keys, onType: setTyped })
  useEffect(() => {
    const form = input.current?.form
    const keep = () => keepOwnSearch(input.current?.value ?? '')
    form?.addEventListener('submit', keep)
    return () => form?.removeEventListener('submit', keep)
  }, [input])
  if (!open || keys.length === 0) return null
  return (
    // A press must not take the focus from the field: it would close the list before the link is followed.
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus, does nothing else
    <div
      className="absolute inset-x-0 max-[899px]:-left-14 top-full z-30 mt-1 max-h-[70vh] overflow-y-auto rounded-card border border-line bg-card p-2 text-ink shadow-lift"
      onMouseDown={(event) => event.preventDefault()}
    >
      <div id={id} role="listbox" aria-label={words.list}>
        {sections.map(({ name, options }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div key={name} role="group" aria-label={name}>
            <p className="small muted px-2 pt-2" aria-hidden="true">
              {name}
            </p>
            {options.map(({ key, href, body }) => (
              <a
                key={key}
                id={`${id}-${key}`}
                role="option"
                aria-selected={key === active}
                tabIndex={-1}
                href={href}
                className="flex min-h-11 items-center gap-3 rounded-lg px-2 py-1 hover:bg-sunk aria-selected:bg-sunk"
                onClick={close}
              >
                {body}
              </a>
            ))}
          </div>
        ))}
      </div>
      {typed === '' ? (
        <button
          type="button"
          className="small h-11! w-auto! px-2 text-cobalt!"
          onClick={() => {
            forgetOwnSearches()
            setOwn([])
          }}
        >
          {words.forget}
        </button>
      ) : null}
    </div>
  )
}
