import type { ComponentProps } from 'react'
import { StateForm } from '@/components/account/state-form'

/** A form in a panel of its own, under the name of what it does. */
export function FormPanel({
  title,
  heading = 'mb-4 text-xl',
  ...form
}: { title: string; heading?: string } & ComponentProps<typeof StateForm>) {
  return (
    <section className="panel h-fit" aria-label={title}>
      <h2 className={heading}>{title}</h2>
      <StateForm {...form} />
    </section>
  )
}
