import type { CategoryNode } from '@/lib/catalog/schema'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

export const linkHtml = (href: string, label: string, className = '') =>
  `<a${className === '' ? '' : ` class="${className}"`} href="${asText(href)}">${asText(label)}</a>`

export const categoryHref = (locale: string, path: readonly string[]) => `/${locale}/c/${path.join('/')}`

const list = (items: readonly string[], className = '') =>
  `<ul${className === '' ? '' : ` class="${className}"`}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** The two upper levels of the tree, in columns. */
export function menuHtml(locale: string, roots: readonly CategoryNode[]): string {
  const link = ({ path, name }: CategoryNode, className?: string) =>
    linkHtml(categoryHref(locale, path), name, className)
  const columns = roots.map((root) => link(root, 'strong') + list(root.children.map((child) => link(child))))
  return list(columns, 'wrap menu-cols')
}

/** The roots, side by side, behind what has become cheaper. */
export const railHtml = (locale: string, priceDrops: string, roots: readonly CategoryNode[]): string =>
  `<div class="wrap">${linkHtml(`/${locale}#deals`, priceDrops, 'chip on')}${roots
    .map(({ path, name }) => linkHtml(categoryHref(locale, path), name, 'chip'))
    .join('')}</div>`

type Column = { title: string; links: readonly (readonly [label: string, href: string])[] }

export const columnsHtml = (columns: readonly Column[]): string =>
  columns
    .map(
      ({ title, links }) =>
        `<div><h3>${asText(title)}</h3>${list(links.map(([label, href]) => linkHtml(href, label)))}</div>`,
    )
    .join('')
