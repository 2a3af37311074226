import { ButtonLink } from '@/components/ui/button'

/** Basket drawing, one sentence, one action. */
export function EmptyState({
  title,
  text,
  action,
  heading: Heading = 'h2',
}: {
  title: string
  text?: string
  action?: { href: string; label: string }
  /** `h1` where nothing else is on the page. */
  heading?: 'h1' | 'h2'
}) {
  return (
    <div className="empty">
      <img src="/motif/empty.svg" alt="" width="190" height="142" loading="lazy" />
      <Heading>{title}</Heading>
      {text === undefined ? null : <p className="muted">{text}</p>}
      {action === undefined ? null : (
        <ButtonLink kind="solid" href={action.href}>
          {action.label}
        </ButtonLink>
      )}
    </div>
  )
}
