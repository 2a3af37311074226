import type { HeatAsked } from '@/components/admin/heat-choice'
import { heatDevices, heatPages, heatWindows } from '@/lib/heatmap/schema'

/** What the address asks for; the product's page on phones where it asks for nothing. */
export const readAsked = (of: (name: string) => string | null | undefined): HeatAsked => ({
  page: heatPages.find((one) => one === of('page')) ?? 'product',
  device: heatDevices.find((one) => one === of('device')) ?? 'phone',
  days: heatWindows.find((one) => String(one) === of('days')) ?? 30,
})
