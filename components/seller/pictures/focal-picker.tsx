'use client'

import type { KeyboardEvent, MouseEvent } from 'react'
import { fill, type Locale } from '@/lib/i18n'
import { picturesText } from '@/lib/i18n/messages/pictures'

type Point = readonly [number, number] | null
type Props = { locale: Locale; n: number; imageKey: string; point: Point; onPoint: (point: [number, number]) => void }

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-2, 0],
  ArrowRight: [2, 0],
  ArrowUp: [0, -2],
  ArrowDown: [0, 2],
}

const within = (part: number) => Math.min(100, Math.max(0, Math.round(part)))

/** A press says where; the arrow keys move it; the fields beside it say the same in numbers. */
export function FocalPicker({ locale, n, imageKey, point, onPoint }: Props) {
  const t = picturesText[locale]
  const [x, y] = point ?? [50, 50]
  function press(event: MouseEvent<HTMLButtonElement>) {
    const picture = event.currentTarget.firstElementChild?.getBoundingClientRect()
    // A press by key has no place.
    if (event.detail === 0 || picture === undefined) return
    const part = (at: number, from: number, size: number) => within(((at - from) / size) * 100)
    onPoint([part(event.clientX, picture.left, picture.width), part(event.clientY, picture.top, picture.height)])
  }
  function move(event: KeyboardEvent) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    onPoint([within(x + step[0]), within(y + step[1])])
  }
  return (
    <button
      type="button"
      className="focal"
      onClick={press}
      onKeyDown={move}
      aria-label={fill(t.focalAt, { n, x, y })}
      title={t.focalHelp}
    >
      <img src={`/goods/${imageKey}-640.webp`} alt="" draggable={false} />
      <span className={point === null ? 'dot idle' : 'dot'} style={{ left: `${x}%`, top: `${y}%` }} />
    </button>
  )
}
