import type { HelpArticle, HelpSection } from '@/lib/help/schema'
import type { Locale } from '@/lib/i18n'
import { helpText } from '@/lib/i18n/messages/help'
import { layoutText } from '@/lib/i18n/messages/layout'

const helpHref = (locale: Locale, slug: string) => `/${locale}/help/${slug}`

function HelpCards({ articles, locale }: { articles: readonly HelpArticle[]; locale: Locale }) {
  return (
    <ul className="m-0 list-none grid-cols-1 gap-4 p-0 [display:grid] min-[700px]:grid-cols-2 min-[1000px]:grid-cols-3">
      {articles.map((article) => (
        <li key={article.slug} className="panel">
          <h2 className="mb-2 text-lg">
            <a href={helpHref(locale, article.slug)}>{article.title}</a>
          </h2>
          <p className="muted">{article.summary}</p>
        </li>
      ))}
    </ul>
  )
}

function Crumbs({ locale, inside }: { locale: Locale; inside?: string }) {
  const t = helpText[locale]
  return (
    <nav className="crumbs" aria-label={t.title}>
      <a href={`/${locale}`}>{layoutText[locale].home}</a>
      {inside === undefined ? <span aria-current="page">{t.title}</span> : <a href={`/${locale}/help`}>{t.title}</a>}
      {inside === undefined ? null : <span aria-current="page">{inside}</span>}
    </nav>
  )
}

export function HelpIndex({ articles, locale }: { articles: readonly HelpArticle[]; locale: Locale }) {
  const t = helpText[locale]
  return (
    <div className="wrap pb-16">
      <Crumbs locale={locale} />
      <h1>{t.title}</h1>
      <p className="muted mt-2 mb-6">{t.lead}</p>
      <HelpCards articles={articles} locale={locale} />
    </div>
  )
}

function Section({ heading, lines }: HelpSection) {
  const items = lines.filter((line) => line.startsWith('• '))
  return (
    <section className="mt-7">
      <h2 className="mb-2 text-xl">{heading}</h2>
      {items.length === 0 ? null : (
        <ul className="mb-3 list-disc space-y-1.5 pl-5">
          {items.map((item) => (
            <li key={item}>{item.slice(2)}</li>
          ))}
        </ul>
      )}
      {lines
        .filter((line) => !line.startsWith('• '))
        .map((line) => (
          <p key={line} className="mb-3">
            {line}
          </p>
        ))}
    </section>
  )
}

export function HelpArticleView({
  article,
  others,
  locale,
}: {
  article: HelpArticle
  others: readonly HelpArticle[]
  locale: Locale
}) {
  return (
    <div className="wrap pb-16">
      <Crumbs locale={locale} inside={article.title} />
      <article className="max-w-[68ch]">
        <h1>{article.title}</h1>
        <p className="muted mt-2 text-lg">{article.summary}</p>
        {article.sections.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
      </article>
      <aside className="mt-10" aria-label={helpText[locale].others}>
        <nav className="scroll" aria-label={helpText[locale].others}>
          {others.map((other) => (
            <a key={other.slug} className="chip" href={helpHref(locale, other.slug)}>
              {other.title}
            </a>
          ))}
        </nav>
      </aside>
    </div>
  )
}
