import { attribution } from '@/lib/attribution/plugin'
import { catalog } from '@/lib/catalog/plugin'
import { documentModule } from '@/lib/document/plugin'
import { experiment } from '@/lib/experiment/plugin'
import { files } from '@/lib/files/plugin'
import { heatmap } from '@/lib/heatmap/plugin'
import { importModule } from '@/lib/import/plugin'
import type { Plugin } from '@/lib/kernel/plugin'
import { ledger } from '@/lib/ledger/plugin'
import { measure } from '@/lib/measure/plugin'
import { orderModule } from '@/lib/order/plugin'
import { paymentModule } from '@/lib/payment/plugin'
import { payoutModule } from '@/lib/payout/plugin'
import { promotion } from '@/lib/promotion/plugin'
import { referral } from '@/lib/referral/plugin'
import { reminder } from '@/lib/reminder/plugin'
import { visit } from '@/lib/visit/plugin'
import { vitals } from '@/lib/vitals/plugin'
import { wishlist } from '@/lib/wishlist/plugin'
import { cash } from './cash'
import { click } from './click'
import { filesDisk } from './files-disk'
import { ga4 } from './ga4'
import { housekeeping } from './housekeeping'
import { indexNow } from './indexnow'
import { mailLog } from './mail-log'
import { meta } from './meta'
import { payme } from './payme'
import { pictures } from './pictures'
import { reconciler } from './reconciler'
import { s3 } from './s3'
import { simulator } from './simulator'
import { smtp } from './smtp'
import { stripe } from './stripe'

/** The table of contents of the system: nothing runs that is not listed here. The first to offer a port has it. */
export const plugins: readonly Plugin[] = [
  paymentModule,
  orderModule,
  ledger,
  payoutModule,
  documentModule,
  catalog,
  files,
  importModule,
  promotion,
  referral,
  reminder,
  attribution,
  measure,
  visit,
  ga4,
  meta,
  pictures,
  s3,
  filesDisk,
  smtp,
  mailLog,
  cash,
  payme,
  click,
  stripe,
  simulator,
  reconciler,
  housekeeping,
  indexNow,
  wishlist,
  vitals,
  experiment,
  heatmap,
]
