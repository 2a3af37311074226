import { locales, type Texts } from '@/lib/i18n'
import { type Tx, VersionConflict } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { slugify } from '@/lib/search'

/** `slug` is the address of every language that has none of its own in `slugs`. */
export type Slugs = { slug: string; slugs: Texts }

type Wish = {
  productId: string
  title: Texts
  /** As it is now; null: it has none yet. */
  before: (Slugs & { title: Texts }) | null
  /** What somebody has chosen: refused where it is another's, now or formerly. */
  chosen: { slug?: string | undefined; slugs?: Texts | undefined }
  /** What to try first instead of the title. */
  hint?: string | undefined
}

async function takenOf(tx: Tx, slugs: readonly string[], productId: string): Promise<Set<string>> {
  const { rows } = await tx.query<{ slug: string }>(
    'select slug from product_slug where slug = any($1) and product_id is distinct from $2',
    [slugs, productId],
  )
  return new Set(rows.map((row) => row.slug))
}

type Asked = { main: string; own: Texts; open: string[] }

/** The addresses that a product would like; `open` are those it does not have yet. */
function askedBy({ title, before, chosen, hint }: Wish): Asked {
  const main = chosen.slug ?? before?.slug ?? slugify(hint ?? title.uz ?? title.en ?? title.ru ?? '')
  const fresh = locales.filter((locale) => title[locale] && !before?.title[locale])
  const made = Object.fromEntries(fresh.map((locale) => [locale, slugify(title[locale] ?? '')]))
  // Whose title gave the main address shares it.
  const [first] = (['uz', 'en', 'ru'] as const).filter((locale) => title[locale])
  if (first !== undefined && before === null) delete made[first]
  const own: Texts = { ...made, ...before?.slugs, ...chosen.slugs }
  const asked = [...new Set([main, ...Object.values(own)])].filter((slug) => slug !== undefined)
  const known = new Set(before ? [before.slug, ...Object.values(before.slugs)] : [])
  return { main, own, open: asked.filter((slug) => !known.has(slug)) }
}

/** What is another's gets an ending of the product's own. */
function given({ main, own }: Asked, { productId }: Wish, taken: ReadonlySet<string>): Slugs {
  const free = (slug: string) => (taken.has(slug) ? `${slug}-${productId.slice(-6)}` : slug)
  const slugs = Object.entries(own).filter(([, slug]) => slug !== undefined && free(slug) !== free(main))
  return { slug: free(main), slugs: Object.fromEntries(slugs.map(([locale, slug]) => [locale, free(slug ?? '')])) }
}

/** A language gets its address with its title and keeps it when the title changes: addresses are for ever. */
export async function chooseSlugs(tx: Tx, wish: Wish): Promise<Result<Slugs, 'slug-taken'>> {
  const asked = askedBy(wish)
  const taken = asked.open.length === 0 ? new Set<string>() : await takenOf(tx, asked.open, wish.productId)
  const { slug, slugs = {} } = wish.chosen
  const insisted = [slug, ...Object.values(slugs)].filter((one) => one !== undefined)
  const refused = insisted.filter((one) => taken.has(one))
  return refused.length > 0 ? fail('slug-taken', { slugs: refused }) : ok(given(asked, wish, taken))
}

/** The same for many new products, asked once: what an earlier one of them takes is taken for the others. */
export async function chooseManySlugs(tx: Tx, wishes: readonly Wish[]): Promise<Slugs[]> {
  const asked = wishes.map((wish) => ({ wish, asked: askedBy(wish) }))
  const open = asked.flatMap((one) => one.asked.open)
  const taken = await takenOf(tx, open, '')
  return asked.map((one) => {
    const slugs = given(one.asked, one.wish, taken)
    for (const slug of [slugs.slug, ...Object.values(slugs.slugs)]) if (slug !== undefined) taken.add(slug)
    return slugs
  })
}

const claims = new Set(['product_slug_pkey', 'product_slug_key'])

/** Two products that ask for one address at once: the later one looks again and takes another. */
export function rethrowLostRace(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  throw code === '23505' && claims.has(constraint ?? '') ? new VersionConflict('an address was taken meanwhile') : error
}

/** Every address that ever led to the product: their pages answer otherwise now. */
export async function everyAddress(tx: Tx, productId: string): Promise<string[]> {
  const { rows } = await tx.query<{ slug: string }>('select slug from product_slug where product_id = $1', [productId])
  return rows.map((row) => row.slug)
}
