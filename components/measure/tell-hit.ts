import type { SinkName } from '@/lib/measure/schema'

/** Lets the market compare what pages told a counter with what it told itself. */
export const tellHit = (sink: SinkName, eventId: string): void =>
  void navigator.sendBeacon('/api/measure', new Blob([JSON.stringify({ sink, eventId })], { type: 'application/json' }))
