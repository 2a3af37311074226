'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { largestUrl, Picture, Thumb } from '@/components/product/picture'
import { Zoom } from '@/components/product/zoom'
import type { Picture as Shown } from '@/lib/catalog/schema'

/** A dozen pixels to look at while the picture is on its way; one that nobody has drawn yet has none. */
const behind = ({ blur }: Shown) => (blur === null ? undefined : { background: `url(${blur}) center / cover` })

type Words = { gallery: string; pictures: readonly string[]; close: string }

/**
 * A row of whole pictures that snaps: swiped by thumb, reached by links without script, moved by `shown` with it. Each
 * leads to its large file, and opens on the whole screen where there is a script.
 */
export function Gallery({
  images,
  shown,
  onShow,
  words,
  corner,
}: {
  images: readonly Shown[]
  /** A new object at every wish, so that the same picture can be wished for twice. */
  shown: { index: number }
  onShow: (index: number) => void
  words: Words
  /** Stands on the picture: the heart. */
  corner?: ReactNode
}) {
  const row = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(0)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    row.current?.scrollTo({ left: shown.index * row.current.clientWidth })
  }, [shown])
  const onScroll = () => {
    const box = row.current
    if (box !== null) setSeen(Math.round(box.scrollLeft / box.clientWidth))
  }
  return (
    <div className="gal">
      <div className="main">
        {/* biome-ignore lint/a11y/useSemanticElements: a strip to scroll by keys, not a group of fields */}
        <div
          className="slides"
          ref={row}
          onScroll={onScroll}
          tabIndex={images.length > 1 ? 0 : undefined}
          role="group"
          aria-label={words.gallery}
        >
          {images.map((image, index) => (
            <div key={image.key} id={`pic-${index + 1}`} className="slide" style={behind(image)}>
              <a
                href={largestUrl(image)}
                onClick={(event) => {
                  event.preventDefault()
                  onShow(index)
                  setOpen(true)
                }}
              >
                <Picture picture={image} sizes="(min-width: 900px) 440px, 100vw" eager={index === 0} whole />
              </a>
            </div>
          ))}
        </div>
        {images.length > 1 ? (
          <span className="count num" aria-hidden="true">{`${seen + 1} / ${images.length}`}</span>
        ) : null}
        {corner}
        {open ? (
          <Zoom images={images} index={shown.index} onShow={onShow} onClose={() => setOpen(false)} words={words} />
        ) : null}
      </div>
      {images.length > 1 ? (
        <div className="thumbs">
          {images.map((image, index) => (
            <a
              key={image.key}
              href={`#pic-${index + 1}`}
              className={index === seen ? 'on' : undefined}
              aria-label={words.pictures[index]}
              aria-current={index === seen ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault()
                onShow(index)
              }}
            >
              <Thumb imageKey={image.key} />
            </a>
          ))}
        </div>
      ) : null}
    </div>
  )
}
