'use client'

import { useEffect, useState } from 'react'
import { paintHearts, pressHeart } from '@/components/layout/hearts'
import { postForm } from '@/components/layout/post-form'
import { refreshVisitor, useVisitor } from '@/components/layout/visitor'
import { type MeasuredItem, tell } from '@/components/measure/events'

type Words = { added: string; addedToCart: string; addFailed: string; openCart: string; saveFailed: string }
type Notice = { text: string; good: boolean }
type Say = (notice: Notice) => void

async function tellAdded(answer: Response): Promise<void> {
  const { item } = (await answer.json()) as { item: MeasuredItem | null }
  if (item !== null) tell({ name: 'add_to_cart', items: [item] })
}

async function addToCart(form: HTMLFormElement, button: HTMLElement | null, words: Words, say: Say): Promise<void> {
  button?.setAttribute('aria-busy', 'true')
  const answer = await postForm(form, button, form.action)
  const good = answer !== null
  if (good) void tellAdded(answer)
  if (good) button?.setAttribute('data-added', words.added)
  say({ text: good ? words.addedToCart : words.addFailed, good })
  button?.removeAttribute('aria-busy')
  if (good) void refreshVisitor()
}

async function changeHeart(form: HTMLFormElement, heart: HTMLButtonElement, words: Words, say: Say): Promise<void> {
  if (!(await pressHeart(form, heart))) say({ text: words.saveFailed, good: false })
  void refreshVisitor()
}

/**
 * Turns every `form[data-cart-add]` of the static page into an add, or a heart, without leaving it. The forms post by
 * themselves: before this script is there, or without it, the buyer simply lands in the cart or in the saved goods.
 */
export function ShopForms({ cartHref, words }: { cartHref: string; words: Words }) {
  const [notice, setNotice] = useState<Notice | null>(null)
  const saved = useVisitor()?.saved
  useEffect(() => {
    if (saved !== undefined) paintHearts(saved)
  }, [saved])
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
      const isHeart = button instanceof HTMLButtonElement && button.hasAttribute('data-heart')
      void (isHeart ? changeHeart(form, button, words, say) : addToCart(form, button, words, say))
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
