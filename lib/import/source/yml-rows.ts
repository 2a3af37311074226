import { columnNames, type SourceRow, toRow } from './row'
import { decode, type Encoding } from './text'
import { xmlReader } from './xml'

/** What an offer is flattened to; a `<param name="Rang">` becomes the column `param:Rang`. */
export const ymlColumns = [
  'id',
  'group_id',
  'available',
  'vendorCode',
  'name',
  'typePrefix',
  'vendor',
  'model',
  'description',
  'price',
  'oldprice',
  'currencyId',
  'category',
  'picture',
  'count',
  'barcode',
  'country_of_origin',
] as const

const kept = new Set<string>(ymlColumns)

type Category = { name: string; parent: string | undefined }

/** «Посуда > Чайники» of a category's id; a circle ends where it began. */
function pathOf(categories: ReadonlyMap<string, Category>, id: string): string {
  const names: string[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = categories.get(at)?.parent) {
    seen.add(at)
    const name = categories.get(at)?.name
    if (name) names.unshift(name)
  }
  return names.join(' > ')
}

type Reading = {
  rows: SourceRow[]
  categories: Map<string, Category>
  offer: Map<string, string> | null
  line: number
  text: string
  attributes: Record<string, string>
}

function addTo(offer: Map<string, string>, name: string, text: string): void {
  if (text === '') return
  const before = offer.get(name)
  offer.set(name, name === 'picture' && before ? `${before}\n${text}` : text)
}

/** `<param name="Quvvat" unit="W">1500</param>`: a number means little without it. */
const measured = (text: string, unit = '') =>
  unit === '' || !/^[\d.,\s]+$/.test(text) ? text : `${text} ${unit.trim()}`

function closeTag(reading: Reading, name: string): void {
  const { offer, attributes, categories } = reading
  const text = reading.text.trim()
  if (name === 'category' && !offer) {
    const id = attributes['id']
    if (id) categories.set(id, { name: text, parent: attributes['parentId'] })
  }
  if (!offer) return
  if (name === 'offer') {
    const columns = [...offer.keys()]
    const row = toRow(reading.line, columnNames(columns), [...offer.values()])
    if (row) reading.rows.push(row)
    reading.offer = null
  } else if (name === 'param') addTo(offer, `param:${attributes['name'] ?? ''}`, measured(text, attributes['unit']))
  else if (name === 'categoryId') addTo(offer, 'category', pathOf(categories, text))
  else if (name === 'stock_quantity') addTo(offer, 'count', text)
  else if (kept.has(name)) addTo(offer, name, text)
}

/** Offers of a Yandex catalogue one after the other, however long it is. */
export async function* ymlRows(
  bytes: AsyncIterable<Uint8Array>,
  source: { encoding: Encoding },
): AsyncGenerator<SourceRow, void, undefined> {
  const reading: Reading = { rows: [], categories: new Map(), offer: null, line: 0, text: '', attributes: {} }
  const xml = xmlReader(
    {
      open(name, attributes) {
        reading.text = ''
        reading.attributes = attributes
        if (name !== 'offer') return
        reading.line = xml.line()
        const { id = '', group_id = '', available = '' } = attributes
        reading.offer = new Map(Object.entries({ id, group_id, available }))
      },
      text(text) {
        reading.text += text
      },
      close: (name) => closeTag(reading, name),
    },
    'allowed',
  )
  for await (const text of decode(bytes, source.encoding)) {
    xml.write(text)
    yield* reading.rows.splice(0)
  }
  xml.end()
  yield* reading.rows.splice(0)
}
