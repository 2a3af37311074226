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

export const listHelpArticles = (locale: Locale): HelpArticle[] =>
  helpSlugs.flatMap((slug) => getHelpArticle(slug, locale) ?? [])
