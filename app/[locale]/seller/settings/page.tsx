import type { Metadata } from 'next'
import type { FormState } from '@/components/account/account-state'
import { StateForm } from '@/components/account/state-form'
import { DeskShell } from '@/components/seller/desk-shell'
import { PixelHistory } from '@/components/seller/pixel-history'
import { pixelText } from '@/lib/i18n/messages/pixel'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getShopPixels } from '@/lib/measure'
import { keptState } from '../../(buy)/kept-state'
import { openDesk } from '../open-desk'
import { submitPixels } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: pixelText[await pageLocale()].settings }
}

export default async function SettingsPage() {
  const { locale, actor, shell } = await openDesk('settings', '/settings')
  const t = pixelText[locale]
  const [{ pixels, changes }, kept] = await Promise.all([getShopPixels(actor), keptState<FormState>('pixels')])
  return (
    <DeskShell {...shell}>
      <h1>{t.settings}</h1>
      <section className="panel mt-3.5 max-w-[46rem]">
        <h2 className="text-lg! leading-6!">{t.title}</h2>
        <p className="mt-1">{t.lead}</p>
        <p className="small muted mt-2 mb-4">{t.where}</p>
        <StateForm
          action={submitPixels}
          kept={kept}
          prefix="pixel-"
          hidden={{ locale }}
          kind="solid"
          submit={t.save}
          fields={[
            { name: 'ga4', label: t.ga4, help: t.ga4Help, value: pixels.ga4 ?? '', autoComplete: 'off' },
            { name: 'meta', label: t.meta, help: t.metaHelp, value: pixels.meta ?? '', autoComplete: 'off' },
            {
              name: 'metrica',
              label: t.metrica,
              help: t.metricaHelp,
              value: pixels.metrica ?? '',
              autoComplete: 'off',
            },
          ]}
        />
      </section>
      <PixelHistory changes={changes} locale={locale} />
    </DeskShell>
  )
}
