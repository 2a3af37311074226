import 'server-only'

export { compareEvents, getFunnel, listCampaigns } from '@/lib/report/marketing'
export { getMoneyTodo, listMarketPayments, listMarketRefunds } from '@/lib/report/money-desk'
export { getMarketCounts, getShopToday, listLowStock } from '@/lib/report/queries'
