import { attachPictures } from '@/lib/files'
import { isUploadedKey, type PictureState } from '@/lib/files/schema'
import type { Texts } from '@/lib/i18n'
import { locales } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { StoredImage } from '../queries/cards'
import type { ProductInput, ProductPatch, SellerProduct } from '../schema'
import { drawnPicture } from './drawn-picture'

export type PictureRefusal = 'unknown-picture' | 'picture-text-missing'

type ProductImage = Exclude<ProductInput['images'][number], string>
type Wanted = { key: string; alt?: Texts | undefined; focal?: [number, number] | undefined }
/** `shown`: the product is on sale or on its way there. */
type Of = { title: Texts; id: string; shopId: string; shown: boolean }

const drawn = /^[a-z]+-\d{1,2}p\d-(?:front|detail|scene|cut)$/

/** `choynak-3p0-front` out of a key or of our own address; null for an address elsewhere, which nobody fetches. */
function keyOf(text: string): string | null {
  const file = /\/goods\/([a-z0-9-]+?)-(?:320|640|1280)\.(?:avif|webp|jpg)$/.exec(text)?.[1]
  return file ?? (/^[a-z0-9-]{1,80}$/.test(text) ? text : null)
}

const wantedOf = (input: ProductInput['images']): Wanted[] => {
  const all = input.flatMap((image): Wanted[] => {
    const given: ProductImage = typeof image === 'string' ? { key: image } : image
    const key = keyOf(given.key)
    return key === null ? [] : [{ ...given, key }]
  })
  return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at)
}

/** Of pictures that are all drawn ones, or none, nothing has to be asked: as they are stored. Null: there are others. */
export function drawnOnly(input: ProductInput['images'], title: Texts): StoredImage[] | null {
  const wanted = wantedOf(input)
  return wanted.every(({ key }) => drawn.test(key)) ? wanted.map((image) => toStored(image, title)) : null
}

/** The same of goods that are there: what hangs already needs no question either. Null: there are others. */
export function rehung(before: readonly StoredImage[], keys: readonly string[], title: Texts): StoredImage[] | null {
  const known = new Map(before.map((image) => [image.key, image]))
  const all = keys.map((key) => (known.has(key) || drawn.test(key) ? toStored({ key }, title, known.get(key)) : null))
  return all.every((image) => image !== null) ? all : null
}

const readStored = async (tx: Tx, id: string): Promise<StoredImage[]> =>
  (await tx.query<{ images: StoredImage[] }>('select images from product where id = $1', [id])).rows[0]?.images ?? []

/**
 * Another point needs another cut; until that is there the one before is shown. Words that are not said anew stay; the
 * title stands in where there are none.
 */
function toStored({ key, alt, focal }: Wanted, title: Texts, before?: StoredImage, made?: PictureState): StoredImage {
  const point = focal ?? before?.focal
  return {
    ...before,
    key,
    alt: alt ?? { ...title, ...before?.alt },
    ...(made?.blur && { blur: made.blur }),
    ...(made && made.widths.length > 0 && { widths: made.widths }),
    ...(point && { focal: point }),
  }
}

/**
 * A product's pictures as they are stored: what it has already, drawn ones, or uploads of its own shop; a foreign one
 * is an `unknown-picture` like one that never was. Goods without any get a drawn one that fits their words. Where the
 * product is shown, `picture-text-missing` in a language that it is written in.
 */
export async function picturesOf(
  tx: Tx,
  input: ProductInput['images'],
  { title, id, shopId, shown }: Of,
): Promise<Result<StoredImage[], PictureRefusal>> {
  const wanted = wantedOf(input)
  const before = new Map((await readStored(tx, id)).map((image) => [image.key, image]))
  const fresh = wanted.filter(({ key }) => !before.has(key) && !drawn.test(key)).map(({ key }) => key)
  const made = await attachPictures(tx, fresh, { shopId, productId: id })
  if (!made.ok) return made
  if (wanted.length === 0) {
    const stand = await drawnPicture(tx, Object.values(title).join(' '), id)
    return ok(stand ? [{ key: stand.key, alt: title }] : [])
  }
  const images = wanted.map((image) => toStored(image, title, before.get(image.key), made.value.get(image.key)))
  const untold = shown ? undescribed(images, title) : null
  if (untold !== null) return fail('picture-text-missing', untold)
  for (const { key, focal } of images)
    if (focal && isUploadedKey(key) && focal.join() !== before.get(key)?.focal?.join())
      await enqueue(tx, 'cut-preview', `${id}:${key}:${focal.join()}`, { productId: id, key, focal })
  return ok(images)
}

/** What somebody who cannot see the picture is not told in a language that the product is written in. */
function undescribed(
  images: readonly { key: string; alt?: Texts | undefined }[],
  title: Texts,
): { key: string; locale: string } | null {
  for (const { key, alt } of images)
    for (const locale of locales) if (isUploadedKey(key) && alt && title[locale] && !alt[locale]) return { key, locale }
  return null
}

/** Variants go on showing what they showed, wherever in the row it stands now. */
const keepVariantPictures = (tx: Tx, id: string, before: readonly string[], after: readonly string[]) =>
  tx.query(
    `update variant set image = coalesce(array_position($3::text[], ($2::text[])[image + 1]) - 1, 0)
      where product_id = $1`,
    [id, before, after],
  )

/**
 * The pictures after a patch, or null where it leaves them; a product that goes on sale, or into another language, has to
 * have told all it shows.
 */
export async function changePictures(
  tx: Tx,
  { id, images, title, status }: Pick<SellerProduct, 'id' | 'images' | 'title' | 'status'>,
  patch: ProductPatch,
  shopId: string,
): Promise<Result<StoredImage[] | null, PictureRefusal>> {
  const shown = ['active', 'review'].includes(patch.status ?? status)
  const written = patch.title ?? title
  if (patch.images === undefined) {
    const spoken = locales.some((locale) => written[locale] && !title[locale])
    const untold = shown && (spoken || patch.status !== undefined) ? undescribed(images, written) : null
    return untold === null ? ok(null) : fail('picture-text-missing', untold)
  }
  const next = await picturesOf(tx, patch.images, { title: written, id, shopId, shown })
  const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key)
  if (next.ok) await keepVariantPictures(tx, id, keys(images), keys(next.value))
  return next
}
