import { CopyLink } from '@/components/account/copy-link'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { formatDate, formatMoney, formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { referralText } from '@/lib/i18n/messages/referral'
import { money } from '@/lib/kernel/money'
import type { OwnReferral, ReferralStatus } from '@/lib/referral/schema'

type Props = { own: OwnReferral; link: string | null; locale: Locale; open: (form: FormData) => Promise<void> }

export const referralTones: Record<ReferralStatus, BadgeTone> = {
  new: 'cob',
  waiting: 'cob',
  rewarded: 'ok',
  refused: 'bad',
  'taken-back': 'warn',
  cancelled: 'warn',
}

/** The link to share, what it promises, and how friends stand, none of them by name. */
export function ReferralPanel({ own: { terms, friends }, link, locale, open }: Props) {
  const t = referralText[locale]
  const sum = (amount: number) => formatMoney(money(amount, 'UZS'), locale)
  const promise = fill(t.promise, {
    mine: sum(terms.referrerAmount),
    friends: sum(terms.friendAmount),
    least: sum(terms.minOrder),
    days: formatNumber(terms.waitDays),
  })
  return (
    <section className="panel" aria-label={t.title}>
      <h2 className="text-[19px]">{t.title}</h2>
      <p className="mt-2 mb-4 max-w-[60ch]">{terms.active ? promise : t.closed}</p>
      {link === null ? (
        terms.active && (
          <form action={open}>
            <input type="hidden" name="locale" value={locale} />
            <Button kind="act" type="submit">
              {t.open}
            </Button>
          </form>
        )
      ) : (
        <CopyLink link={link} title={t.shareTitle} label={t.link} copy={t.copy} copied={t.copied} share={t.share} />
      )}
      <h3 className="mt-5 mb-1 text-base">{t.friends}</h3>
      {friends.length === 0 ? <p className="muted">{t.noFriends}</p> : null}
      <ol>
        {friends.map(({ id, status, amount, at }) => (
          <li key={id} className="row between flex-wrap border-t border-line py-2 first:border-0" data-friend={status}>
            <span className="num">
              {formatDate(at, locale)}
              <span className="small muted block">{t[`${status}Help`]}</span>
            </span>
            <span className="row gap-2">
              {status === 'rewarded' ? <b className="num text-ok">+{formatMoney(amount, locale)}</b> : null}
              <Badge tone={referralTones[status]}>{t[status]}</Badge>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
