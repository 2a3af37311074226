import type { CategoryPage, FacetChoice } from '@/lib/catalog/schema'

/** Values that are words of the language, not names. */
const spoken = ['material', 'technique', 'cover', 'ruling']

/** «Idish-tovoq: sopol», «Smartfonlar: Yulduz». */
export function choiceTitle({ category, choice }: Pick<CategoryPage, 'category'> & { choice?: FacetChoice }): string {
  if (choice === undefined) return category.name
  const { code, name } = choice
  return `${category.name}: ${spoken.includes(code) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`
}
