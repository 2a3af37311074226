import { invalidate, tags } from '@/lib/kernel/cache'
import { enqueue } from '@/lib/kernel/jobs'
import { on, type Plugin } from '@/lib/kernel/plugin'
import { sweepSearches } from '@/lib/search'
import { applyPriceList, sweepPriceLists } from './commands/apply-price-lists'
import { chooseFront } from './commands/choose-front'
import { countFacets } from './commands/count-facets'
import { foldTallies } from './commands/fold-tallies'
import { followGoods } from './commands/follow-goods'
import { followProducts } from './commands/index-product'
import { cutPreviewOf, makePictures } from './commands/make-pictures'
import { refreshSearch } from './commands/rebuild-search'
import { settleSearch } from './commands/settle-search'

type ProductChanged = { type: 'ProductChanged'; data: { productId: string } }
type CategoryChanged = { type: 'CategoryChanged'; data: { categoryId: string } }
type StockTurned = { type: 'StockTurned'; data: { productId: string } }

export const catalog: Plugin = {
  name: 'catalog',
  policies: {
    // After commit: a notification inside the order's transaction would queue all orders at one lock.
    StockTurned: on<StockTurned>((tx, { data }) => invalidate(tx, [tags.product(data.productId)])),
    CategoryChanged: on<CategoryChanged>((tx, { data: { categoryId: id }, streamId, version }) => {
      const change = `${streamId}:${version}`
      return enqueue(tx, 'follow-goods', change, { kind: 'category', id, change })
    }),
  },
  // Search follows the log: whoever changes a product has only to say so. What is as it should be is not written, and a
  // thousand changes at once are looked at together.
  gathered: {
    ProductChanged: (tx, events) =>
      followProducts(
        tx,
        (events as readonly ProductChanged[]).map(({ data }) => data.productId),
      ),
  },
  functions: {
    'refresh-search': refreshSearch,
    'settle-search': settleSearch,
    'follow-goods': followGoods,
    'fold-tallies': foldTallies,
    'choose-front': () => chooseFront(),
    'count-facets': () => countFacets(),
    'sweep-searches': sweepSearches,
    'apply-price-list': applyPriceList,
    'sweep-price-lists': sweepPriceLists,
    'make-images': makePictures,
    'cut-preview': cutPreviewOf,
  },
  every: {
    'refresh-search': 30,
    'settle-search': 5,
    'fold-tallies': 60,
    'choose-front': 900,
    'count-facets': 600,
    'sweep-searches': 3_600,
    'sweep-price-lists': 30,
  },
}
