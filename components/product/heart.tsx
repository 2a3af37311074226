import type { Locale } from '@/lib/i18n'

/**
 * Stands in the form of its list and posts to an address of its own. A static page does not know whose hearts are
 * filled: a script fills them after it, without one the press always saves and shows the list.
 */
export function Heart({
  id,
  label,
  locale,
  saved = false,
}: {
  id: string
  label: string
  locale: Locale
  saved?: boolean
}) {
  return (
    <button
      type="submit"
      className="heart"
      name={saved ? 'drop' : 'save'}
      value={id}
      formAction={`/${locale}/account/saved/change`}
      data-heart=""
      aria-pressed={saved}
      aria-label={label}
    />
  )
}
