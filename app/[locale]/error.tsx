'use client'

import { usePathname } from 'next/navigation'
import { isLocale } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const first = usePathname().split('/')[1]
  const t = layoutText[isLocale(first) ? first : 'uz']
  return (
    <div className="wrap alone empty">
      <img src="/motif/empty.svg" alt="" width="190" height="142" />
      <h1>{t.errorTitle}</h1>
      <p className="muted">{t.errorText}</p>
      <button type="button" className="btn solid" onClick={reset}>
        {t.retry}
      </button>
    </div>
  )
}
