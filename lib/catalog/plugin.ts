import { invalidate, tags } from '@/lib/kernel/cache'
import { on, type Plugin } from '@/lib/kernel/plugin'

type StockTurned = { type: 'StockTurned'; data: { productId: string; slug: string } }

export const catalog: Plugin = {
  name: 'catalog',
  policies: {
    // After commit: a notification inside the order's transaction would queue all orders at one lock.
    StockTurned: on<StockTurned>((tx, { data }) => invalidate(tx, [tags.product(data.slug)])),
  },
}
