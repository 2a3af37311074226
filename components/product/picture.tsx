import type { Picture as Shown } from '@/lib/catalog/schema'

const at = (key: string, width: number, kind: 'avif' | 'webp' | 'jpg') => `/goods/${key}-${width}.${kind}`

const drawnWidths = [320, 640]

/** The largest that there is, for looking at. */
export const largestUrl = ({ key, widths = drawnWidths }: Pick<Shown, 'key' | 'widths'>) =>
  at(key, Math.max(...widths), 'jpg')

export const pictureUrl = (key: string) => at(key, 640, 'jpg')

/** 1200 × 630, for the previews of links. */
export const ogPictureUrl = ({ key, og }: Pick<Shown, 'key' | 'og'>) => `/goods/${og ?? key}-og.jpg`

/** Cards cut to 4:5 round the focal point, `whole` pictures are not; the first picture of a screen is eager, the rest wait. */
export function Picture({
  picture,
  sizes,
  eager = false,
  whole = false,
  className,
  alt,
}: {
  picture: Pick<Shown, 'key' | 'widths' | 'focal'> & { alt?: string }
  sizes: string
  eager?: boolean
  whole?: boolean
  className?: string
  alt?: string
}) {
  const set = (picture.widths ?? drawnWidths).map((width) => `${at(picture.key, width, 'avif')} ${width}w`).join(', ')
  return (
    <picture className={className}>
      <source type="image/avif" srcSet={set} sizes={sizes} />
      <img
        src={at(picture.key, 640, 'webp')}
        alt={alt ?? picture.alt ?? ''}
        width="640"
        height="800"
        loading={eager ? undefined : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding={eager ? undefined : 'async'}
        style={
          whole || !picture.focal
            ? undefined
            : { objectPosition: picture.focal.map((part) => `${part * 100}%`).join(' ') }
        }
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
