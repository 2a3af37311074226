import type { Picture as Shown } from '@/lib/catalog/schema'

const at = (key: string, width: 320 | 640, kind: 'avif' | 'webp' | 'jpg') => `/goods/${key}-${width}.${kind}`

export const pictureUrl = (key: string) => at(key, 640, 'jpg')

/** Goods come in two widths of one shape, 4:5; the first picture of a screen is eager, the rest wait. */
export function Picture({
  picture,
  sizes,
  eager = false,
  className,
  alt,
}: {
  picture: Shown
  sizes: string
  eager?: boolean
  className?: string
  alt?: string
}) {
  const set = (kind: 'avif' | 'webp') => `${at(picture.key, 320, kind)} 320w, ${at(picture.key, 640, kind)} 640w`
  return (
    <picture className={className}>
      <source type="image/avif" srcSet={set('avif')} sizes={sizes} />
      <img
        src={at(picture.key, 640, 'webp')}
        alt={alt ?? picture.alt}
        width="640"
        height="800"
        loading={eager ? undefined : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding={eager ? undefined : 'async'}
      />
    </picture>
  )
}

/** A small square-ish copy where one width is enough: thumbs, option pictures, carts. */
export function Thumb({
  imageKey,
  alt = '',
  width = 64,
  height = 80,
}: {
  imageKey: string
  alt?: string
  width?: number
  height?: number
}) {
  return <img src={at(imageKey, 320, 'webp')} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
}
