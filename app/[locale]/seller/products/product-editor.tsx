import { notFound } from 'next/navigation'
import { categoryChoices } from '@/components/editor/category-choices'
import type { EditorState } from '@/components/editor/editor-state'
import { ProductForm } from '@/components/editor/product-form'
import { DeskShell } from '@/components/seller/desk-shell'
import { Notice } from '@/components/seller/notice'
import { Badge } from '@/components/ui/badge'
import { Button, ButtonLink } from '@/components/ui/button'
import { getCategoryTree, getProductEditor } from '@/lib/catalog'
import type { SellerProduct } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { sellerText } from '@/lib/i18n/messages/seller'
import { keptState } from '../../(buy)/kept-state'
import { openDesk } from '../open-desk'
import { OutcomeNotice } from '../outcome'
import { copyProduct, saveProduct } from './actions'
import { stateOf } from './read-product-form'

type Props = { id: string | null; query: Record<string, string | string[] | undefined> }

/** One product of the shop, new or known: the whole of it on one form. */
export async function ProductEditor({ id, query }: Props) {
  const { locale, actor, shell } = await openDesk('products', `/products/${id ?? 'new'}`)
  const t = productDeskText[locale]
  const [kept, tree] = await Promise.all([keptState<EditorState>('product'), getCategoryTree(locale)])
  const categories = categoryChoices(tree)
  const category = kept?.values['category']?.[0] ?? null
  const editor = await getProductEditor(id, category ?? (id === null ? (categories[0]?.slug ?? null) : null), actor)
  if (editor === null) notFound()
  const { product, rules, completeness, moves, same } = editor
  const state = kept ?? stateOf(product, rules, product?.category ?? categories[0]?.slug ?? '')
  return (
    <DeskShell {...shell}>
      <div className="row justify-between">
        <h1>{product === null ? t.newProduct : pick(product.title, locale)}</h1>
        {product === null ? null : <Badge>{sellerText[locale][product.status]}</Badge>}
      </div>
      <OutcomeNotice query={query} locale={locale} />
      {product?.reviewNote ? <Notice text={fill(t.sentBack, { words: product.reviewNote })} problem /> : null}
      {same.map(({ gtin, shop, title, slug }) => (
        <p key={slug} className="row mt-3 rounded-control bg-saffron-soft px-4 py-3">
          {fill(t.same, { shop, title: pick(title, locale) })} <span className="num small">({gtin})</span>
        </p>
      ))}
      {product === null ? null : <Roads product={product} locale={locale} />}
      <ProductForm
        action={saveProduct}
        state={state}
        id={id}
        locale={locale}
        categories={categories}
        completeness={completeness}
        moves={moves}
        status={product?.status ?? null}
      />
    </DeskShell>
  )
}

function Roads({ product, locale }: { product: SellerProduct; locale: Locale }) {
  const t = productDeskText[locale]
  const here = `/${locale}/seller/products/${product.id}`
  const shown = (product.status === 'active' || product.status === 'paused') && product.title[locale] !== undefined
  return (
    <div className="row my-3 flex-wrap gap-3!">
      <ButtonLink kind="line" size="sm" className="min-h-11!" href={`${here}/pictures`}>
        {t.pictures}
      </ButtonLink>
      <ButtonLink kind="line" size="sm" className="min-h-11!" href={`${here}/prices`}>
        {t.prices}
      </ButtonLink>
      {shown ? (
        <ButtonLink
          kind="line"
          size="sm"
          className="min-h-11!"
          href={`/${locale}/p/${product.slugs[locale] ?? product.slug}`}
        >
          {t.onSite}
        </ButtonLink>
      ) : null}
      <form action={copyProduct}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="id" value={product.id} />
        <Button kind="line" size="sm" className="min-h-11!" type="submit">
          {t.duplicate}
        </Button>
      </form>
    </div>
  )
}
