import type { z } from 'zod'
import { type EditorState, one } from '@/components/editor/editor-state'
import type { FieldProblem } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { productDeskText } from '@/lib/i18n/messages/product-desk'

type Errors = Pick<EditorState, 'errors' | 'problem'>

/** Where on the form a value of the schema stands; `rows` are the rows that the sent variants come from. */
function fieldOf(path: readonly PropertyKey[], rows: readonly number[]): string {
  const [head, second, third] = path.map(String)
  if (head === 'variants') return `v${rows[Number(second)] ?? 0}-${third ?? 'sku'}`
  if (head === 'attributes') return `attr-${second}`
  if (head === 'slugs') return `slug-${second}`
  return head === 'title' || head === 'description' ? `${head}-${second ?? 'uz'}` : (head ?? '')
}

/** A sentence for each wrong field. */
export function schemaErrors(error: z.ZodError, rows: readonly number[], locale: Locale): Errors {
  const t = productDeskText[locale]
  const said: Record<string, string> = {
    sku: t.badSku,
    price: t.badPrice,
    stock: t.badStock,
    gtin: t['bad-gtin'],
    ikpu: t['bad-ikpu'],
    video: t['bad-video'],
    origin: t['bad-origin'],
  }
  const errors = error.issues.map(({ path }) => {
    const field = fieldOf(path, rows)
    const kind = field.replace(/^v\d+-/, '')
    return [field, said[kind] ?? (field.startsWith('slug-') ? t.badSlug : t.fieldRequired)] as const
  })
  return { errors: Object.fromEntries(errors), problem: t.wrong }
}

/** What the catalogue refused, beside the field that it names where it names one. */
export function refusalErrors(
  { code, detail = {} }: { code: string; detail?: Record<string, unknown> },
  state: EditorState,
  locale: Locale,
): Errors {
  const t = productDeskText[locale]
  const rowOf = (sku: string) =>
    Array.from({ length: state.rows }, (_, row) => row).find((row) => one(state, `v${row}-sku`) === sku) ?? 0
  const place = (field: string) =>
    field.startsWith('attributes.')
      ? `attr-${field.slice('attributes.'.length)}`
      : `v${rowOf(field.slice('variants.'.length, field.lastIndexOf('.')))}-${field.slice(field.lastIndexOf('.') + 1)}`
  const fields = (detail['fields'] ?? []) as FieldProblem[]
  const errors = Object.fromEntries(
    fields.map(({ field, problem }) => [place(field), problem === 'required' ? t.fieldRequired : t[problem]]),
  )
  const skus = (detail['skus'] ?? []) as string[]
  const slugs = (detail['slugs'] ?? []) as string[]
  for (const sku of skus) errors[`v${rowOf(sku)}-sku`] = code === 'variant-held' ? t.variantHeld : t.skuTaken
  for (const locale of ['uz', 'ru', 'en'])
    if (slugs.includes(one(state, `slug-${locale}`))) errors[`slug-${locale}`] = t.slugTaken
  const problems: Record<string, string> = {
    'not-ready': t.notReady,
    'wrong-status': t.wrongStatus,
    'ambiguous-variants': t.ambiguous,
    'variant-held': t.variantHeld,
    'picture-text-missing': t.pictureText,
    'slug-taken': t.slugTaken,
    'sku-taken': t.skuTaken,
  }
  return { errors, problem: problems[code] ?? t.wrong }
}
