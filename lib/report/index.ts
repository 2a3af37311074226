import 'server-only'

export { getMoneyTodo, listMarketPayments, listMarketRefunds } from '@/lib/report/money-desk'
export { getMarketCounts, getShopToday, listLowStock } from '@/lib/report/queries'
