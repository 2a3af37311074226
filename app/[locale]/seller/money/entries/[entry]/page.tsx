import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EntryWhy, ParcelEntries } from '@/components/money/entry-why'
import { DocumentList } from '@/components/money/papers'
import { DeskShell } from '@/components/seller/desk-shell'
import { Icon } from '@/components/ui/icon'
import type { ShopActor } from '@/lib/auth/schema'
import { listDocuments } from '@/lib/document'
import { formatMoney } from '@/lib/format'
import { fill } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import { pageLocale } from '@/lib/i18n/page-locale'
import { explain } from '@/lib/ledger'
import { openDesk } from '../../../open-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: moneyText[await pageLocale()].why }
}

export default async function EntryPage({ params }: { params: Promise<{ entry: string }> }) {
  const { entry: id } = await params
  if (!/^\d{1,15}$/.test(id)) notFound()
  const { locale, actor, shell } = await openDesk('money', `/money/entries/${id}`)
  const asShop: ShopActor = { kind: 'shop', shopId: actor.shopId, keyId: 'desk', scopes: [] }
  const [entry] = await explain({ entryId: Number(id) }, asShop)
  if (!entry) notFound()
  const { parcelId } = entry
  const [parcel, documents] = await Promise.all([
    parcelId ? explain({ parcelId }, asShop) : [],
    parcelId ? listDocuments(actor, { parcelId }) : [],
  ])
  const t = moneyText[locale]
  return (
    <DeskShell {...shell}>
      <a className="link row w-fit min-h-11" href={`/${locale}/seller/money`}>
        <Icon name="left" small />
        {t.backToMoney}
      </a>
      <h1 className="num mb-4">{fill(t.whyEntry, { amount: formatMoney(entry.amount, locale) })}</h1>
      <EntryWhy entry={entry} locale={locale} />
      {parcel.length > 0 ? <ParcelEntries entries={parcel} locale={locale} /> : null}
      {documents.length > 0 ? (
        <div className="mt-4">
          <DocumentList documents={documents} locale={locale} />
        </div>
      ) : null}
    </DeskShell>
  )
}
