import { makeImages } from '@/lib/functions'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import type { PictureState } from '../schema'

/** Makes the files of a picture and tells `then` of those who wait for it, in one transaction. Repeating it is harmless. */
export async function finishPicture(
  key: string,
  then: (tx: Tx, picture: PictureState, awaitedBy: string[]) => Promise<void>,
): Promise<void> {
  const { rowCount } = await sql.query(`select from file where key = $1 and kind = 'picture'`, [key])
  if (rowCount === 0) return
  const made = await makeImages(key)
  if (made === null) return
  await transact(async (tx) => {
    const { rows } = await tx.query<{ awaited_by: string[] }>('select awaited_by from file where key = $1 for update', [
      key,
    ])
    await tx.query(`update file set state = 'ready', blur = $2, widths = $3, awaited_by = '{}' where key = $1`, [
      key,
      made.blur,
      made.widths,
    ])
    await then(tx, { key, ready: true, ...made, fetched: key.startsWith('p-') }, rows[0]?.awaited_by ?? [])
  })
}
