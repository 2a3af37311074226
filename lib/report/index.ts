import 'server-only'

export { countParcels, getMarketCounts, getShopToday } from '@/lib/report/queries'
