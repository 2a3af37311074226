import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { LedgerProof, TrialBalance } from '@/components/admin/ledger-proof'
import { Button } from '@/components/ui/button'
import { adminText } from '@/lib/i18n/messages/admin'
import { pageLocale } from '@/lib/i18n/page-locale'
import { proveLedger, trialBalance } from '@/lib/ledger'
import { openAdmin } from '../open-admin'
import type { Query } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].ledger }
}

/** The check only reads, so a plain GET form asks for it. */
export default async function LedgerPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('ledger', '/ledger')
  const lines = await trialBalance(actor)
  const proof = query['check'] === 'now' ? await proveLedger(actor) : null
  const t = adminText[locale]
  return (
    <AdminFrame {...shell} title={t.ledger} lead={t.ledgerLead}>
      <form method="get" className="mt-4">
        <input type="hidden" name="check" value="now" />
        <Button kind="solid" type="submit">
          {t.checkNow}
        </Button>
      </form>
      {proof === null ? null : <LedgerProof proof={proof} locale={locale} />}
      <TrialBalance lines={lines} locale={locale} />
    </AdminFrame>
  )
}
