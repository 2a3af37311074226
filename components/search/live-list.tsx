'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Locale } from '@/lib/i18n'
import { foundLine } from './found-line'
import { type LiveView, loadLive, refocus, warmView } from './live-search'
import { queryOf, readSearch, type Search, searchHref, titleOf } from './search-address'

type Shown = LiveView & { search: Search }

/**
 * Around a list that the server made. A pressed filter, order or chip is answered by JSON in its place, under the
 * address that the form would have led to: reloaded, sent to somebody or opened without script it shows the same.
 */
export function LiveList({
  locale,
  category = null,
  shows = null,
  children,
}: {
  locale: Locale
  /** The category that a static page is of, */
  category?: string | null
  /** or the address of the results that the server wrote. */
  shows?: string | null
  children: ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  useEffect(() => {
    const place = root.current
    if (place === null) return
    const home = address()
    let at = home
    let stop = new AbortController()

    const go = async (search: Search, write: 'push' | 'replace' | null) => {
      stop.abort()
      stop = new AbortController()
      const { signal } = stop
      const href = searchHref(locale, search)
      setBusy(true)
      try {
        const live = await loadLive(href, signal)
        const focused = refocus(place)
        if (write !== null) writeAddress(write, href)
        at = address()
        setShown({ ...live, search })
        setSaid(foundLine(live.answer.found.total, locale))
        document.title = document.title.replace(/^.*(?= · )/, titleOf(search, live.answer, locale))
        requestAnimationFrame(focused)
        setBusy(false)
      } catch {
        // Taken back by a later press; or the line is bad, and the browser asks and tells for itself.
        if (!signal.aborted) location.assign(href)
      }
    }

    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.id !== filterFormOf(place)?.id) return
      event.preventDefault()
      // The sheet of a phone is open by its address, whose place in the history the answer takes.
      const inSheet = location.hash === '#filters'
      if (inSheet) location.replace('#main')
      for (const open of place.querySelectorAll('details[open]')) {
        open.querySelector('summary')?.focus()
        open.removeAttribute('open')
      }
      void go(readSearch(queryOf(new FormData(form, event.submitter))), inSheet ? 'replace' : 'push')
    }
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
      if (matchMedia('(min-width: 900px)').matches) target.form?.requestSubmit()
    }
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.check a') : null
      // In the sheet, and beside other choices, a word is as good as its box.
      if (link === null || (location.hash === '' && place.querySelector('.box:checked') === null)) return
      event.preventDefault()
      link.closest('.check')?.querySelector('input')?.click()
    }
    const onPop = () => {
      // An anchor of what is shown.
      if (address() === at) return
      at = address()
      if (at === home) {
        stop.abort()
        setBusy(false)
        setShown(null)
      } else if (location.pathname === `/${locale}/search`) void go(here(null), null)
      else location.reload()
    }

    // A category's address that carries a choice is the static page: the choice is made here.
    const asked = here(category)
    if (category !== null && searchHref(locale, asked) !== searchHref(locale, { ...readSearch({}), category }))
      void go(asked, 'replace')
    // Somebody went back before there was a script to answer.
    if (shows !== null && !location.pathname.endsWith('/search')) location.reload()
    else if (shows !== null && searchHref(locale, asked) !== shows) void go(asked, null)
    place.addEventListener('submit', onSubmit)
    place.addEventListener('change', onChange)
    place.addEventListener('click', onClick)
    place.addEventListener('pointerdown', warmView, { once: true })
    addEventListener('popstate', onPop)
    return () => {
      stop.abort()
      place.removeEventListener('submit', onSubmit)
      place.removeEventListener('change', onChange)
      place.removeEventListener('click', onClick)
      removeEventListener('popstate', onPop)
    }
  }, [locale, category, shows])

  return (
    <div ref={root} className="live" aria-busy={busy}>
      {shown === null ? children : <shown.View search={shown.search} answer={shown.answer} locale={locale} />}
      <p className="sr" role="status">
        {said}
      </p>
    </div>
  )
}

const address = () => location.href.split('#')[0]

/** Past the router, which would take the address for a page of the one that it knows: it leaves such entries alone. */
const writeAddress = (write: 'push' | 'replace', href: string) =>
  History.prototype[`${write}State`].call(history, null, '', href)

const filterFormOf = (place: Element) => place.querySelector('form[method="get"]')

const here = (category: string | null): Search => {
  const search = readSearch(queryOf(new URLSearchParams(location.search)))
  return category === null ? search : { ...search, category, q: '', cursor: null }
}
