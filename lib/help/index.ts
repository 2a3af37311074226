import type { Locale } from '@/lib/i18n'
import { delivery } from './articles/delivery'
import { payment } from './articles/payment'
import { privacy } from './articles/privacy'
import { returns } from './articles/returns'
import { sell } from './articles/sell'
import type { HelpArticle, HelpTexts } from './schema'

/** By address, in the order of the index page. */
const articles: Record<string, HelpTexts> = { delivery, payment, returns, sell, privacy }

export const helpSlugs: readonly string[] = Object.keys(articles)

export function getHelpArticle(slug: string, locale: Locale): HelpArticle | null {
  const texts = Object.hasOwn(articles, slug) ? articles[slug] : undefined
  return texts ? { slug, ...texts[locale] } : null
}

/** Whether an address below the help is no article's; the one about cookies is a page of its own. */
export function isNoArticle(path: string): boolean {
  const slug = /^\/[a-z]{2}\/help\/(.+)$/.exec(path)?.[1]
  return slug !== undefined && slug !== 'cookies' && !helpSlugs.includes(slug)
}

export const listHelpArticles = (locale: Locale): HelpArticle[] =>
  helpSlugs.flatMap((slug) => getHelpArticle(slug, locale) ?? [])
