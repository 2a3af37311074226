'use client'

import { type RefObject, useEffect, useState } from 'react'

type Given = {
  input: RefObject<HTMLInputElement | null>
  /** The listbox; an option's id is `listId-key`. */
  listId: string
  keys: readonly string[]
  onType: (text: string) => void
}

/** One step from `at` through `keys` and the field itself, which is null. */
export function stepFrom(at: string | null, keys: readonly string[], step: 1 | -1): string | null {
  const places = [null, ...keys]
  const from = places.indexOf(at)
  return places[(Math.max(from, 0) + step + places.length) % places.length] ?? null
}

/** Arrows walk, Enter follows, Escape closes; the focus stays in the field, which is told what is chosen. */
export function useCombobox({ input, listId, keys, onType }: Given) {
  const [open, setOpen] = useState(true)
  const [chosen, setActive] = useState<string | null>(null)
  const active = chosen !== null && keys.includes(chosen) ? chosen : null
  const shown = open && keys.length > 0

  useEffect(() => {
    const field = input.current
    if (field === null) return
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-expanded': String(shown),
    }
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value)
    field.removeAttribute('aria-activedescendant')
    if (!shown || active === null) return
    field.setAttribute('aria-activedescendant', `${listId}-${active}`)
    const option = document.getElementById(`${listId}-${active}`)
    option?.scrollIntoView({ block: 'nearest' })
    // An arrow that rests on a page means it as a pointer would (components/layout/warm-links.tsx).
    option?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
  }, [input, listId, shown, active])

  useEffect(() => {
    const field = input.current
    if (field === null) return
    const onInput = () => {
      setOpen(true)
      setActive(null)
      onType(field.value.trim())
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        setOpen(true)
        setActive((at) => stepFrom(at, keys, event.key === 'ArrowDown' ? 1 : -1))
      } else if (event.key === 'Escape' && shown) {
        // The browser would empty the field.
        event.preventDefault()
        setOpen(false)
      } else if (event.key === 'Enter' && shown && active !== null) {
        event.preventDefault()
        document.getElementById(`${listId}-${active}`)?.click()
      }
    }
    const enter = () => setOpen(true)
    const leave = () => setOpen(false)
    field.addEventListener('input', onInput)
    field.addEventListener('keydown', onKey)
    field.addEventListener('focus', enter)
    field.addEventListener('blur', leave)
    return () => {
      field.removeEventListener('input', onInput)
      field.removeEventListener('keydown', onKey)
      field.removeEventListener('focus', enter)
      field.removeEventListener('blur', leave)
    }
  }, [input, listId, keys, active, shown, onType])

  return { open, active, close: () => setOpen(false) }
}
