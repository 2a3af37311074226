import { sql } from '@/lib/kernel/db'

const types: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** `p-…-640.webp` of a picture that was fetched before there was a file store; null: there is none. */
export async function readPicture(name: string): Promise<{ bytes: Uint8Array; type: string } | null> {
  const [, key, width, format = ''] = /^(p-[0-9a-f]{32})-(320|640)\.(avif|webp|jpg)$/.exec(name) ?? []
  if (key === undefined) return null
  const { rows } = await sql.query<{ bytes: Uint8Array }>(
    'select bytes from goods_picture where key = $1 and width = $2 and format = $3',
    [key, Number(width), format],
  )
  return rows[0] ? { bytes: rows[0].bytes, type: types[format] ?? 'image/jpeg' } : null
}
