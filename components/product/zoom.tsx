'use client'

import { useEffect, useRef, useState } from 'react'
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
  useEffect(() => box.current?.showModal(), [])
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
      <div onClick={() => setNear(!near)}>
        <Picture key={image.key} picture={image} sizes={near ? '200vw' : '100vw'} whole eager />
      </div>
      <button type="button" aria-label={words.close} onClick={() => box.current?.close()}>
        <Icon name="close" />
      </button>
    </dialog>
  )
}
