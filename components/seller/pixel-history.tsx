import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { pixelText } from '@/lib/i18n/messages/pixel'
import type { PixelChange } from '@/lib/measure/schema'

/** Who set which counters and when, the newest first: what stands on top counts. */
export function PixelHistory({ changes, locale }: { changes: readonly PixelChange[]; locale: Locale }) {
  const t = pixelText[locale]
  return (
    <section className="panel mt-3.5 max-w-[46rem]">
      <h2 className="mb-2 text-lg! leading-6!">{t.history}</h2>
      {changes.length === 0 ? <p className="muted">{t.noHistory}</p> : null}
      <ul>
        {changes.map(({ at, mine, ga4, meta, metrica }) => (
          <li key={at} className="border-t border-line py-2 first:border-0">
            <p className="small muted num">
              {formatDate(at, locale, { time: true })} · {mine ? t.me : t.colleague}
            </p>
            <dl className="flex flex-wrap gap-x-5 gap-y-1">
              {[
                { name: t.ga4, value: ga4 },
                { name: t.meta, value: meta },
                { name: t.metrica, value: metrica },
              ].map(({ name, value }) => (
                <div key={name} className="flex gap-1.5">
                  <dt className="muted">{name}:</dt>
                  <dd className="num m-0">{value ?? t.none}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
