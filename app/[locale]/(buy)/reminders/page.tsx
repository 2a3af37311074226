import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { reminderText } from '@/lib/i18n/messages/reminder'
import { pageLocale } from '@/lib/i18n/page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: reminderText[await pageLocale()].title, robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Opening a letter's link ends nothing by itself: programs that look at links must not. */
export default async function RemindersPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const t = reminderText[locale]
  const { token, said } = await searchParams
  const asked = typeof token === 'string' ? token : null
  const answer = said === 'stopped' ? t.stopped : said === 'wrong' || asked === null ? t.wrongLink : null
  return (
    <div className="wrap pt-5 pb-16">
      <h1>{answer === null ? t.stopTitle : t.title}</h1>
      <p className="my-3 max-w-[60ch]" role="status">
        {answer ?? t.stopText}
      </p>
      {answer === null ? (
        <form method="post" action={`/${locale}/reminders/stop?${new URLSearchParams({ token: asked ?? '' })}`}>
          <Button kind="act" type="submit">
            {t.stop}
          </Button>
        </form>
      ) : (
        <a className="link inline-flex min-h-11 items-center" href={`/${locale}`}>
          {t.home}
        </a>
      )}
    </div>
  )
}
