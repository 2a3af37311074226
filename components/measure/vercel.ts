import { inject } from '@vercel/analytics'

/** The package's queue and page views, taken by our own collector: the addresses it knows by itself are another firm's. */
export const startVercel = (): void =>
  inject({ scriptSrc: '/measure/collect.js', endpoint: '/api/views', mode: 'production' })
