import type { ReactNode } from 'react'

export type BadgeTone = 'drop' | 'turq' | 'ok' | 'warn' | 'bad' | 'cob'

/** Always a word, never colour alone. */
export function Badge({ tone, children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={tone === undefined ? 'badge' : `badge ${tone}`}>{children}</span>
}
