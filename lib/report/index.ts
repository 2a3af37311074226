import 'server-only'

export { getExperimentResults } from '@/lib/report/experiments'
export { compareEvents, getFunnel, listCampaigns, listFeeds } from '@/lib/report/marketing'
export { getMoneyTodo, listMarketPayments, listMarketRefunds } from '@/lib/report/money-desk'
export { getMarketCounts, getShopToday } from '@/lib/report/queries'
