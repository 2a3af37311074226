import 'server-only'

export * from './commands'
export * from './coupon-shares'
export * from './queries'
