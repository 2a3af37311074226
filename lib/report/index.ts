import 'server-only'

export { getMarketCounts, getShopToday, listLowStock } from '@/lib/report/queries'
