'use client'

import { useEffect, useRef, useState } from 'react'
import { fill } from '@/lib/i18n'

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[name="sku"][form="bulk"]')]

/** The box of the next row or the last one; null at an end. */
function besides(key: string, from: Element): HTMLInputElement | null {
  const all = boxes()
  const at = all.findIndex((box) => box.closest('tr') === from.closest('tr'))
  return all[at + (key === 'j' ? 1 : -1)] ?? null
}

/** Letters act only on a row that has the focus: j and k go up and down, x ticks, e edits its price. */
function pressOnRow(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  const row = target.closest('tr')
  const typing = target.matches('input:not([type=checkbox]), select, textarea')
  if (!row || typing || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'j' || event.key === 'k') besides(event.key, row)?.focus()
  else if (event.key === 'x') row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
  else if (event.key === 'e') row.querySelector<HTMLInputElement>('input[name=price]')?.select()
  else return
  event.preventDefault()
}

/** Enter in a field of the bar presses the button beside it. */
function pressInBar(event: KeyboardEvent): void {
  const field = event.target as HTMLElement
  if (event.key !== 'Enter' || !field.matches('#bulk details input:not([type=checkbox])')) return
  event.preventDefault()
  field.closest('details')?.querySelector<HTMLButtonElement>('button[name=kind]')?.click()
}

/** How many rows are ticked, and all of them at once. */
export function ChosenRows({ all, none, chosen }: { all: string; none: string; chosen: string }) {
  const box = useRef<HTMLInputElement>(null)
  const [count, setCount] = useState(0)
  useEffect(() => {
    const look = () => {
      const rows = boxes()
      const ticked = rows.filter((row) => row.checked).length
      setCount(ticked)
      if (box.current === null) return
      box.current.checked = ticked > 0 && ticked === rows.length
      box.current.indeterminate = ticked > 0 && ticked < rows.length
    }
    // The form's fields are empty again only after the event.
    const lookLater = () => setTimeout(look)
    const press = (event: KeyboardEvent) => {
      pressOnRow(event)
      pressInBar(event)
    }
    look()
    document.addEventListener('change', look)
    document.addEventListener('reset', lookLater)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('change', look)
      document.removeEventListener('reset', lookLater)
      document.removeEventListener('keydown', press)
    }
  }, [])
  return (
    <>
      <label className="all">
        <input
          ref={box}
          type="checkbox"
          className="tick"
          aria-label={all}
          onChange={({ target }) => {
            for (const row of boxes()) row.checked = target.checked
          }}
        />
      </label>
      <span aria-live="polite">{count === 0 ? none : fill(chosen, { count })}</span>
    </>
  )
}
