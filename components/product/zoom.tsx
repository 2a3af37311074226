'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Picture } from '@/components/product/picture'
import { Icon } from '@/components/ui/icon'
import type { Picture as Shown } from '@/lib/catalog/schema'

type Props = {
  images: readonly Shown[]
  index: number
  onShow: (index: number) => void
  onClose: () => void
  words: { gallery: string; close: string }
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** One picture on the whole screen: a tap brings it nearer, arrows lead to the others, Escape back to the page. */
export function Zoom({ images, index, onShow, onClose, words }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const [near, setNear] = useState(false)
  const tap = useRef([0.5, 0.5])
  useEffect(() => box.current?.showModal(), [])
  // What was tapped comes to the middle.
  useLayoutEffect(() => {
    const [x = 0, y = 0] = tap.current
    const { scrollWidth = 0, clientWidth = 0, scrollHeight = 0, clientHeight = 0 } = box.current ?? {}
    if (near) box.current?.scrollTo(x * scrollWidth - clientWidth / 2, y * scrollHeight - clientHeight / 2)
  }, [near])
  const image = images[index]
  if (image === undefined) return null
  const show = (next: number) => {
    if (images[next] === undefined) return
    setNear(false)
    onShow(next)
  }
  return (
    <dialog
      ref={box}
      className={near ? 'zoom near' : 'zoom'}
      aria-label={words.gallery}
      onClose={onClose}
      onKeyDown={({ key }) => show(index + (steps[key] ?? Number.NaN))}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nearer is for eyes and fingers, a reader is told the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a browser's own zoom is there for keys */}
      <div
        onClick={({ clientX, clientY }) => {
          tap.current = [clientX / window.innerWidth, clientY / window.innerHeight]
          setNear(!near)
        }}
      >
        <Picture key={image.key} picture={image} sizes={near ? '200vw' : '100vw'} whole eager />
      </div>
      <button type="button" aria-label={words.close} onClick={() => box.current?.close()}>
        <Icon name="close" />
      </button>
    </dialog>
  )
}
