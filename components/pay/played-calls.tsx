import type { PlayedCall } from '@/components/pay/pay-state'
import { fill, type Locale } from '@/lib/i18n'
import { payText } from '@/lib/i18n/messages/pay'

/** Forms and JSON alike, one field a line. */
const lines = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 1)
  } catch {
    return text.includes('=')
      ? [...new URLSearchParams(text)].map(([name, value]) => `${name} = ${value}`).join('\n')
      : text
  }
}

const code = 'small m-0 whitespace-pre-wrap break-all rounded-lg bg-sunk p-3 font-mono'

/** The whole conversation, so that anyone can see what a provider says and what a market must answer. */
export function PlayedCalls({ locale, calls }: { locale: Locale; calls: readonly PlayedCall[] }) {
  const t = payText[locale]
  return (
    <section className="stack" aria-label={t.played}>
      <p className="sr" role="status">
        {t.played}
      </p>
      <h2 className="text-[19px] leading-6">{t.played}</h2>
      {calls.length === 0 ? <p className="muted">{t.playedNothing}</p> : null}
      <ol className="stack m-0 list-none p-0">
        {calls.map(({ sent, body, status, answer }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same call may come twice, and the list never changes
          <li key={at} className="stack">
            <b className="strong break-all">
              {at + 1}. {sent}
            </b>
            <pre className={code}>{lines(body)}</pre>
            <span className="small muted">{fill(t.answered, { status: String(status) })}</span>
            <pre className={code}>{lines(answer)}</pre>
          </li>
        ))}
      </ol>
    </section>
  )
}
