'use client'

import { useEffect, useState } from 'react'
import { refreshVisitor } from '@/components/layout/visitor'

type Words = { added: string; addedToCart: string; addFailed: string; openCart: string }
type Notice = { text: string; good: boolean }

async function add(form: HTMLFormElement, submitter: HTMLElement | null): Promise<boolean> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value)
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
  return answer.ok
}

/**
 * Turns every `form[data-cart-add]` of the static page into an add without leaving it. The forms post to the cart by
 * themselves: before this script is there, or without it, the buyer simply lands in the cart.
 */
export function CartForms({ cartHref, words }: { cartHref: string; words: Words }) {
  const [notice, setNotice] = useState<Notice | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = (next: Notice) => {
      setNotice(next)
      clearTimeout(timer)
      timer = setTimeout(() => setNotice(null), 5000)
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      const button = event.submitter
      if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-cart-add')) return
      if (button?.hasAttribute('data-leave') === true) return
      event.preventDefault()
      button?.setAttribute('aria-busy', 'true')
      add(form, button)
        .catch(() => false)
        .then((good) => {
          if (good) button?.setAttribute('data-added', words.added)
          say({ text: good ? words.addedToCart : words.addFailed, good })
          button?.removeAttribute('aria-busy')
          if (good) void refreshVisitor()
        })
    }
    document.addEventListener('submit', onSubmit)
    return () => {
      document.removeEventListener('submit', onSubmit)
      clearTimeout(timer)
    }
  }, [words])
  return (
    <div role="status" aria-live="polite">
      {notice === null ? null : (
        <div className="toast">
          <span className="grow">{notice.text}</span>
          {notice.good ? (
            <a href={cartHref}>
              <b>{words.openCart}</b>
            </a>
          ) : null}
        </div>
      )}
    </div>
  )
}
