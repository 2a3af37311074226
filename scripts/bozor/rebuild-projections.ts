import { transact } from '@/lib/kernel/db'
import { boot } from '@/lib/kernel/plugin'
import { rebuild } from '@/lib/kernel/rebuild'
import { plugins } from '@/lib/plugins'

export async function rebuildProjections(): Promise<number> {
  boot(plugins)
  const began = performance.now()
  const count = await transact(rebuild)
  console.log(`${count} events were told again in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  return 0
}
