import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HelpArticleView } from '@/components/help/help-view'
import { getHelpArticle, helpSlugs, listHelpArticles } from '@/lib/help'
import type { Locale } from '@/lib/i18n'
import { alternates } from '@/lib/i18n/alternates'
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
  return { title, description: summary, alternates: alternates(locale, `/help/${slug}`) }
}

export default async function HelpArticlePage(props: Props) {
  const locale = await pageLocale()
  const article = await read(props, locale)
  const others = listHelpArticles(locale).filter((other) => other.slug !== article.slug)
  return <HelpArticleView article={article} others={others} locale={locale} />
}
