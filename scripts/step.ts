import { StartError } from './start-error'

/** One line per step, with its time, once it is done. */
export async function step<T>(name: string, work: () => T | Promise<T>, tell?: (result: T) => string): Promise<T> {
  const began = performance.now()
  const result = await work()
  const detail = tell?.(result)
  line(detail ? `${name}: ${detail}` : name, performance.now() - began)
  return result
}

export function line(text: string, milliseconds: number): void {
  console.log(`✓ ${text.padEnd(50)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s`)
}

/** A mistake that the reader can mend is one sentence; anything else keeps its stack. */
export function explain(error: unknown): void {
  if (error instanceof StartError) console.error(`✗ ${error.message}`)
  else console.error(error)
}
