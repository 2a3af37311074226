import { stringify } from 'csv-stringify/sync'
import { actorFromRequest } from '@/lib/auth'
import { getHeat } from '@/lib/heatmap'
import { readAsked } from '../read-asked'

/** A map's cells as they are. A stranger gets what an address that is not there gets. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request)
  const { searchParams } = new URL(request.url)
  const asked = readAsked((name) => searchParams.get(name))
  const map = await getHeat(actor, asked)
  if (map === null) return new Response(null, { status: 404 })
  const rows = map.cells.map(({ x, y, times, idle }) => [asked.page, asked.device, x, y, times, idle])
  return new Response(stringify([['page', 'device', 'x', 'y', 'presses', 'idle'], ...rows], { bom: true }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bozor-presses-${asked.page}-${asked.device}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
