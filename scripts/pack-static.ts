import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const packed = /\.(?:js|css|json|svg)$/
const smallest = 1000

const brotliOf = (body: Buffer) =>
  promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })

/** Beside each file that packs: what never changes is packed once, as small as it gets (scripts/serve/static-files.mjs). */
export async function packStatic(dir: string): Promise<void> {
  const entries = await fs.readdir(dir, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile() && packed.test(one.name))) {
    const file = path.join(entry.parentPath, entry.name)
    const body = await fs.readFile(file)
    if (body.length < smallest) continue
    const forms = { br: await brotliOf(body), gz: await promisify(gzip)(body, { level: 9 }) }
    for (const [ending, form] of Object.entries(forms))
      if (form.length < body.length) await fs.writeFile(`${file}.${ending}`, form)
  }
}
