import { ButtonLink } from '@/components/ui/button'

/** Keyset pages know the way forward and the way to the start. */
export function Pager({
  first,
  next,
  labels,
}: {
  first: string | null
  next: string | null
  labels: { first: string; next: string }
}) {
  if (first === null && next === null) return null
  return (
    <div className="row mt-4 justify-end">
      {first === null ? null : (
        <ButtonLink kind="line" size="sm" href={first}>
          {labels.first}
        </ButtonLink>
      )}
      {next === null ? null : (
        <ButtonLink kind="line" size="sm" href={next}>
          {labels.next}
        </ButtonLink>
      )}
    </div>
  )
}
