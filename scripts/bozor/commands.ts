import { createKey, revokeKey } from '@/lib/seller'
import { listLimits, setLimit } from './cash-limit'
import { explainLedger, proveLedger, replayEvents } from './check-ledger'
import { listCommissionRules, setCommissionRule } from './commission'
import { makeCoupon, stopCoupon } from './coupon'
import { exportGoods, importGoods } from './import-goods'
import type { Flags } from './parse-flags'
import * as payout from './payout'
import { rebuildProjections } from './rebuild-projections'
import { listPaymentFindings, reconcileNow } from './reconcile-payments'
import { refundOrder, settleByHand } from './refund'
import * as search from './search'
import { auditSeo } from './seo-audit'
import { setUserRole } from './set-user-role'
import { endings, simulate } from './simulate-payment'
import { UsageError } from './usage-error'

type Command = { flags: string; about: string; run: (flags: Flags) => Promise<number> }

export const commands: Record<string, Command> = {
  'key create': { flags: '--shop <slug> [--name <name>]', about: 'prints a seller API key, once', run: createShopKey },
  'key revoke': { flags: '--id <id or key>', about: 'ends a key at once', run: revokeShopKey },
  'user role': {
    flags: '--phone <phone> --role buyer|seller|staff|admin',
    about: 'changes what somebody may do',
    run: setUserRole,
  },
  'commission set': {
    flags: '--shop <slug> | --category <slug> | --default  --percent <n> [--fixed --min --max --from --to]',
    about: 'a new version of a rule; amounts in soʻm a piece; orders keep theirs',
    run: setCommissionRule,
  },
  'commission list': { flags: '', about: 'every rule, * where it is in force', run: listCommissionRules },
  'coupon create': {
    flags:
      '--code <code> [--percent <n> | --amount <soʻm>] [--most <soʻm>] [--minimum <soʻm>] [--from --to <day>] ' +
      '[--limit <n>] [--per-person <n>] [--shop <slug>] [--category <slug>] [--segment first-order|returning] ' +
      '[--market <percent>] [--campaign <name>] --by <phone>',
    about: 'a promo code; free delivery without --percent and --amount; a shared one waits for its shop',
    run: makeCoupon,
  },
  'coupon end': {
    flags: '--code <code> | --id <id>  --by <phone>',
    about: 'nobody may use it any more',
    run: stopCoupon,
  },
  'cash limit': {
    flags: '--region <soato> | --default  --most <soʻm> [--first <soʻm>] | --off',
    about: 'what may be paid at the door; --first for who has never taken a parcel',
    run: setLimit,
  },
  'cash limits': { flags: '', about: 'every limit', run: listLimits },
  'ledger check': { flags: '', about: 'proves the books, names every offender; exit code 1 if any', run: proveLedger },
  'ledger explain': {
    flags: '--parcel <id> | --entry <n>',
    about: 'why this amount: its frozen formula',
    run: explainLedger,
  },
  'ledger replay': { flags: '', about: 'posts what a market took before it had books', run: replayEvents },
  'payout run': {
    flags: '[--shop <slug>] [--dry-run] [--by <phone>]',
    about: 'proposes what shops are owed by their schedules; a named shop at once',
    run: payout.runPayouts,
  },
  'payout schedule': {
    flags: '--shop <slug> --every weekly|biweekly|monthly|manual [--minimum <soʻm>] [--reserve <percent> --days <n>]',
    about: 'when a shop is paid, and what is held back of its sales for how long',
    run: payout.setSchedule,
  },
  'payout list': { flags: '', about: 'the newest hundred', run: payout.listAll },
  'payout approve': { flags: '--id <id> --by <phone>', about: 'by a second person', run: payout.approve },
  'payout reject': { flags: '--id <id> --reason <text> [--by <phone>]', about: 'back to the shop', run: payout.reject },
  'payout export': {
    flags: '[--id <id>] --file <csv> [--by <phone>]',
    about: "the bank's file of one, or of all that are approved",
    run: payout.exportFile,
  },
  'payout paid': { flags: '--id <id> [--by <phone>]', about: 'the bank has done it', run: payout.markPaid },
  'order refund': {
    flags: '--number <number> --all | --amount <soʻm> [--parcel <id>]',
    about: 'gives back what is left of an order, or an amount of it',
    run: refundOrder,
  },
  'refund settle': {
    flags: '[--id <id>]',
    about: 'a person has given it back; without --id lists what waits for one',
    run: settleByHand,
  },
  'search rebuild': { flags: '', about: 'writes the index anew in place; searches go on', run: search.rebuild },
  'search synonyms': {
    flags: '[--add "a, b, c"] [--remove <id>]',
    about: 'words that find the same; without a flag lists them',
    run: search.setSynonyms,
  },
  'search rule': {
    flags: '[--query <words> [--redirect /c/…] [--pin slug,slug]]',
    about: 'where a query leads or what stands first; neither takes the rule away',
    run: search.ruleQuery,
  },
  'search missed': { flags: '', about: 'what found nothing in the last 30 days', run: search.missed },
  'seo audit': {
    flags: '[--url <origin>] [--limit <pages>]',
    about: 'reads a running market as engines do and names every breach; exit code 1 if any',
    run: auditSeo,
  },
  'projections rebuild': { flags: '', about: 'fills every read model from the log', run: rebuildProjections },
  'payments reconcile': {
    flags: '[--provider payme|click|stripe]',
    about: 'asks the providers now about every payment that waits',
    run: reconcileNow,
  },
  'payments findings': {
    flags: '',
    about: 'where a provider and we differed, and callbacks that came back changed',
    run: listPaymentFindings,
  },
  ...Object.fromEntries(
    endings.map(([ending, about]) => [
      `sim ${ending}`,
      {
        flags: '--order <number> [--provider payme|click|stripe]',
        about,
        run: (flags: Flags) => simulate(ending, flags),
      },
    ]),
  ),
  'import products': {
    flags: '--shop <slug> --file <csv|xlsx|yml> [--format --currency --rate --dry-run --failed <csv> …]',
    about: 'our own, Shopify, WooCommerce and Yandex files; also --category --locale --stock set --no-pictures',
    run: importGoods,
  },
  'export products': {
    flags: '--shop <slug> --file <csv|xlsx|->',
    about: "a shop's goods in our own columns, ready to be imported again",
    run: exportGoods,
  },
}

/** Only the key goes to stdout, so that a script can keep it: KEY=$(npm run --silent bozor -- key create …). */
async function createShopKey(flags: Flags): Promise<number> {
  const shop = flags.need('shop')
  const made = await createKey(shop, { name: flags.get('name') ?? 'command line' })
  if (!made.ok) throw new UsageError(`There is no shop ${shop}.`)
  console.log(made.value.key)
  console.error(
    `Key ${made.value.id} of ${shop}. It is shown only now; revoke it with: bozor key revoke --id ${made.value.id}`,
  )
  return 0
}

async function revokeShopKey(flags: Flags): Promise<number> {
  const id = flags.need('id')
  const revoked = await revokeKey(id)
  if (!revoked.ok) throw new UsageError('There is no such key.')
  console.log('The key is revoked.')
  return 0
}
