'use client'

import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { paintHearts } from '@/components/layout/hearts'
import { useVisitor } from '@/components/layout/visitor'
import { CardList } from '@/components/product/card-list'
import type { CardWords } from '@/components/product/card-words'
import type { MoreCards, Onward } from '@/components/search/search-answer'
import { fill, type Locale } from '@/lib/i18n'
import { keepMore, readMore } from './kept-more'

export type MoreWords = Record<'more' | 'moreShown' | 'moreFailed', string>

const waiting = ['a', 'b', 'c', 'd']

/** The boxes of the cards to come. */
const Skeletons = () => (
  <ul className="grid four" aria-hidden="true">
    {waiting.map((key) => (
      <li key={key} className="card sk">
        <div className="pic" />
        <div className="body" />
      </li>
    ))}
  </ul>
)

async function fetchMore(from: string): Promise<MoreCards> {
  const answer = await fetch(from, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${from} answered ${answer.status}`)
  return (await answer.json()) as MoreCards
}

/** Adds the next cards below; they are still there after «back». Without script its link leads to the next page. */
export function MoreList({
  next: first,
  locale,
  words,
  cards,
}: {
  next: Onward | null
  locale: Locale
  words: MoreWords
  cards: CardWords
}) {
  const list = useRef<HTMLDivElement>(null)
  /** Waits for the cards to stand: a page that comes alive shows them later than the next frame. */
  const shown = useRef<(() => void) | null>(null)
  const [{ items, next }, setMore] = useState<MoreCards>({ items: [], next: first })
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const saved = useVisitor()?.saved
  useEffect(() => {
    const kept = readMore()
    if (kept === null) return
    shown.current = () => scrollTo({ top: kept.top, behavior: 'instant' })
    setMore(kept)
  }, [])
  useLayoutEffect(() => {
    if (items.length === 0) return
    shown.current?.()
    shown.current = null
  }, [items])
  useEffect(() => {
    if (items.length === 0) return
    if (saved !== undefined) paintHearts(saved)
    const keep = () => keepMore({ items, next, top: scrollY })
    addEventListener('pagehide', keep)
    return () => removeEventListener('pagehide', keep)
  }, [items, next, saved])
  const load = async (event: MouseEvent) => {
    if (next === null || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    if (busy) return
    setBusy(true)
    try {
      const more = await fetchMore(next.from)
      const at = items.length
      shown.current = () => list.current?.querySelectorAll<HTMLElement>('h3 a')[at]?.focus()
      setMore({ items: [...items, ...more.items], next: more.next })
      setSaid(fill(words.moreShown, { n: more.items.length }))
    } catch {
      setSaid(words.moreFailed)
    }
    setBusy(false)
  }
  return (
    <div ref={list} aria-busy={busy}>
      {items.length === 0 ? null : <CardList items={items} locale={locale} words={cards} columns={4} />}
      {busy ? <Skeletons /> : null}
      {next === null ? null : (
        <p className="more">
          <a className="btn two" href={next.href} rel="nofollow" onClick={load}>
            {words.more}
          </a>
        </p>
      )}
      <p className="sr" role="status">
        {said}
      </p>
    </div>
  )
}
