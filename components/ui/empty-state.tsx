import { ButtonLink } from '@/components/ui/button'

/** Basket drawing, one sentence, one action. */
export function EmptyState({
  title,
  text,
  action,
}: {
  title: string
  text?: string
  action?: { href: string; label: string }
}) {
  return (
    <div className="empty">
      <img src="/motif/empty.svg" alt="" width="190" height="142" loading="lazy" />
      <h2>{title}</h2>
      {text === undefined ? null : <p className="muted">{text}</p>}
      {action === undefined ? null : (
        <ButtonLink kind="solid" href={action.href}>
          {action.label}
        </ButtonLink>
      )}
    </div>
  )
}
