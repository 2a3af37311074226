import { currentConsent } from '@/lib/auth'
import { heatSchema, recordHeat } from '@/lib/heatmap'
import type { Heat } from '@/lib/heatmap/schema'
import { beacon, takeOnly } from '@/lib/rest'

/** Where somebody who agreed has pressed; anybody else's presses are answered alike and forgotten. */
async function take(told: Heat): Promise<void> {
  const { analytics } = await currentConsent()
  if (analytics) recordHeat(told)
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = takeOnly(beacon(heatSchema, take))
