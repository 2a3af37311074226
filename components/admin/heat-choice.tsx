import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import {
  type HeatDevice,
  type HeatPage,
  type HeatWindow,
  heatDevices,
  heatPages,
  heatWindows,
} from '@/lib/heatmap/schema'
import { fill, type Locale } from '@/lib/i18n'
import { heatText } from '@/lib/i18n/messages/heat'

export type HeatAsked = { page: HeatPage; device: HeatDevice; days: HeatWindow }

export const heatHref = (locale: Locale, asked: HeatAsked, part = '') =>
  `/${locale}/admin/marketing/heatmaps${part}?${new URLSearchParams({ ...asked, days: String(asked.days) })}`

/** Which map: kind of page, device, days; every choice is an address. */
export function HeatTabs({ asked, locale }: { asked: HeatAsked; locale: Locale }) {
  const t = heatText[locale]
  const tabs = <T extends string | number>(
    label: string,
    all: readonly T[],
    name: keyof HeatAsked,
    say: (one: T) => string,
  ) => (
    <nav className="tabs mb-3" aria-label={label}>
      {all.map((one) => (
        <a
          key={one}
          href={heatHref(locale, { ...asked, [name]: one })}
          aria-current={asked[name] === one ? 'page' : undefined}
        >
          {say(one)}
        </a>
      ))}
    </nav>
  )
  return (
    <>
      {tabs(t.page, heatPages, 'page', (page) => t[page])}
      {tabs(t.device, heatDevices, 'device', (device) => t[device])}
      {tabs(t.map, heatWindows, 'days', (count) => fill(t.days, { count }))}
    </>
  )
}

type ShareProps = { share: number; locale: Locale; save: (form: FormData) => Promise<void> }

export function HeatShare({ share, locale, save }: ShareProps) {
  const t = heatText[locale]
  return (
    <form action={save} className="stack max-w-96 gap-3!">
      <input type="hidden" name="locale" value={locale} />
      <Field
        label={t.share}
        name="share"
        type="number"
        min={0}
        max={100}
        required
        help={t.shareHelp}
        defaultValue={String(share)}
      />
      <Button kind="two" type="submit">
        {t.save}
      </Button>
    </form>
  )
}
