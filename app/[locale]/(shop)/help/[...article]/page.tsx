import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HelpArticleView } from '@/components/help/help-view'
import { pageHead } from '@/components/seo/page-head'
import { getHelpArticle, helpSlugs, listHelpArticles } from '@/lib/help'
import type { Locale } from '@/lib/i18n'
import { pageLocale } from '@/lib/i18n/page-locale'

type Props = { params: Promise<{ article: string[] }> }

export const generateStaticParams = () => helpSlugs.map((slug) => ({ article: [slug] }))

async function read({ params }: Props, locale: Locale) {
  const { article } = await params
  return getHelpArticle(article.join('/'), locale) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale()
  const { slug, title, summary } = await read(props, locale)
  return pageHead({ locale, path: `/help/${slug}`, title, description: summary })
}

export default async function HelpArticlePage(props: Props) {
  const locale = await pageLocale()
  const article = await read(props, locale)
  const others = listHelpArticles(locale).filter((other) => other.slug !== article.slug)
  return <HelpArticleView article={article} others={others} locale={locale} />
}
