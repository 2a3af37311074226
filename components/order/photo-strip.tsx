import { fill, type Locale } from '@/lib/i18n'
import { picturesText } from '@/lib/i18n/messages/pictures'

/** Photos of a return or a dispute: ours are shown, an address elsewhere is only led to. */
export function PhotoStrip({
  photos,
  locale,
  token,
}: {
  photos: readonly string[]
  locale: Locale
  token?: string | undefined
}) {
  if (photos.length === 0) return null
  const query = token === undefined ? '' : `?${new URLSearchParams({ t: token })}`
  return (
    <ul className="row flex-wrap mt-2">
      {photos.map((photo, index) => {
        const name = fill(picturesText[locale].photo, { n: index + 1 })
        const own = photo.startsWith('/photos/')
        return (
          <li key={photo}>
            <a
              className="link inline-flex min-h-11 items-center"
              href={own ? photo + query : photo}
              rel="noopener noreferrer"
            >
              {own ? (
                <img
                  className="rounded-control"
                  src={photo + query}
                  alt={name}
                  width={72}
                  height={72}
                  loading="lazy"
                  style={{ objectFit: 'cover' }}
                />
              ) : (
                name
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
