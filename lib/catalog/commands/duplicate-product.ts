import type { Actor } from '@/lib/auth/schema'
import { transact } from '@/lib/kernel/db'
import { fail, type Result } from '@/lib/kernel/result'
import { getSellerProduct } from '../queries/seller-products'
import type { SellerProduct } from '../schema'
import { addProduct, type ProductRefusal } from './create-product'

const wire = (amount: number) => ({ amount: String(amount), currency: 'UZS' as const })

/** A draft with the same words and variants. Codes are one thing's own: it gets new SKUs, no GTIN and nothing in stock. */
export const duplicateProduct = (id: string, actor: Actor): Promise<Result<SellerProduct, ProductRefusal>> =>
  transact(async (tx) => {
    const source = await getSellerProduct(id, actor, tx)
    if (source === null) return fail('not-found')
    const mark = Date.now().toString(36).slice(-4)
    const { brand: _, ...attributes } = source.attributes
    const about = { brand: source.brand, origin: source.origin, video: source.video, attributes }
    const variants = source.variants.map(({ sku, options, price, ikpu }) => ({
      sku: `${sku.slice(0, 58)}-${mark}`,
      options,
      price: wire(price.amount),
      stock: 0,
      ...(ikpu === null ? {} : { ikpu }),
    }))
    const { title, description, category } = source
    return addProduct(tx, { title, description, category, ...about, images: [], variants, status: 'draft' }, actor)
  })
