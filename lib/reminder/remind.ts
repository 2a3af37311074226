import { fill, type Locale, type Texts } from '@/lib/i18n'
import { reminderText } from '@/lib/i18n/messages/reminder'
import { sql, transact } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/id'
import { enqueue } from '@/lib/kernel/jobs'
import { maybe } from '@/lib/kernel/plugin'
import type { Letter } from '@/lib/mail/schema'
import { isQuiet, reminderAfter } from './schema'
import { stopToken } from './token'
import '@/lib/mail/schema'

const due = `
  select c.id, c.user_id, coalesce(max(r.step), 0) + 1 as step
    from cart c join reminder_contact k on k.user_id = c.user_id left join reminder r on r.cart_id = c.id
   where c.status = 'open' and exists (select 1 from cart_item i where i.cart_id = c.id)
   group by c.id, c.user_id, c.updated_at
  having coalesce(max(r.step), 0) < 2 and coalesce(bool_and(r.status <> 'scheduled'), true)
     and c.updated_at <= $1::timestamptz - make_interval(secs => case when coalesce(max(r.step), 0) = 0 then $2::float8 else $3::float8 end)
   limit 500`

/** Carts that were left long enough get their next letter, one transaction each; at night none. */
export async function scheduleReminders(now = new Date()): Promise<number> {
  if (!maybe('mail') || isQuiet(now)) return 0
  const params = [now.toISOString(), ...reminderAfter.map((after) => after / 1000)]
  const { rows } = await sql.query<{ id: string; user_id: string; step: number }>(due, params)
  for (const row of rows)
    await transact(async (tx) => {
      const id = newId('rem')
      const { rowCount } = await tx.query(
        'insert into reminder (id, cart_id, user_id, step) values ($1, $2, $3, $4) on conflict (cart_id, step) do nothing',
        [id, row.id, row.user_id, row.step],
      )
      if (rowCount) await enqueue(tx, 'send-reminder', `${row.id}:${row.step}`, { id })
    })
  return rows.length
}

type Leased = { cart_id: string; user_id: string; step: number }

/** One instance writes at a time; a crash lets the next one try after a minute. */
async function lease(id: string): Promise<Leased | null> {
  const { rows } = await sql.query<Leased>(
    `update reminder set leased_until = now() + interval '60 seconds'
      where id = $1 and status = 'scheduled' and (leased_until is null or leased_until < now())
      returning cart_id, user_id, step`,
    [id],
  )
  return rows[0] ?? null
}

type Standing = {
  status: string
  left: boolean
  late: boolean
  email: string | null
  locale: Locale | null
  titles: Texts[]
}

/** A post office that will not take a letter for so long is asked no more: nobody waits for it. */
const GIVE_UP_S = 2 * 86_400

async function standingOf({ cart_id, step }: Leased, now: Date): Promise<Standing | undefined> {
  const { rows } = await sql.query<Standing>(
    `select c.status, c.updated_at <= $2::timestamptz - make_interval(secs => $3::float8) as left,
            c.updated_at <= $2::timestamptz - make_interval(secs => $3::float8 + $4::float8) as late, k.email, k.locale,
            array(select p.title from cart_item i join variant v on v.id = i.variant_id
                    join product p on p.id = v.product_id where i.cart_id = c.id order by i.id) as titles
       from cart c left join reminder_contact k on k.user_id = c.user_id where c.id = $1`,
    [cart_id, now.toISOString(), (reminderAfter[step - 1] ?? 0) / 1000, GIVE_UP_S],
  )
  return rows[0]
}

const endOf = (standing: Standing | undefined): string | null => {
  if (standing?.status !== 'open') return 'ordered'
  if (standing.titles.length === 0) return 'emptied'
  if (standing.email === null) return 'withdrawn'
  if (!standing.left) return 'changed'
  return standing.late ? 'late' : null
}

const close = (id: string, status: 'sent' | 'ended', reason: string | null = null) =>
  sql.query('update reminder set status = $2, reason = $3, done_at = now() where id = $1', [id, status, reason])

const SHOWN = 3

function write({ cart_id, user_id, step }: Leased, { email, locale, titles }: Standing): Letter {
  const spoken = locale ?? 'uz'
  const t = reminderText[spoken]
  const names = titles.slice(0, SHOWN).map((title) => `— ${title[spoken] ?? title.uz ?? ''}`)
  const more = titles.length > SHOWN ? [fill(t.more, { count: titles.length - SHOWN })] : []
  const query = new URLSearchParams({ token: stopToken(user_id) })
  const base = `${env.APP_URL}/${spoken}/reminders`
  const goods = [...names, ...more].join('\n')
  return {
    to: email ?? '',
    subject: step === 1 ? t.subject : t.subjectLast,
    text: `${[t.hello, goods, t.back, `${base}/cart`, `${t.why}\n${base}?${query}`].join('\n\n')}\n`,
    key: `reminder:${cart_id}:${step}`,
    unsubscribe: `${base}/stop?${query}`,
  }
}

/** The job of one letter: looks once more whether it is still wanted, then writes it. Run again, it writes no other. */
export async function sendReminder({ id }: { id: string }, now = new Date()): Promise<void> {
  const mail = maybe('mail')
  if (!mail || isQuiet(now)) return
  const leased = await lease(id)
  if (!leased) return
  const standing = await standingOf(leased, now)
  const reason = endOf(standing)
  // A cart that was touched is left again later: then the same letter has its time.
  if (reason === 'changed') return void (await sql.query('delete from reminder where id = $1', [id]))
  if (reason || !standing) return void (await close(id, 'ended', reason))
  const sent = await mail.send(write(leased, standing))
  await (sent === 'sent' ? close(id, 'sent') : close(id, 'ended', 'refused'))
}

/** The net under the jobs: what became due at night, or whose writer fell over. */
export async function sweepReminders(now = new Date()): Promise<void> {
  await scheduleReminders(now)
  const { rows } = await sql.query<{ id: string }>(
    `select id from reminder where status = 'scheduled' and coalesce(leased_until, created_at) < now() limit 200`,
  )
  const failed: unknown[] = []
  // One reader's post office says nothing of another's.
  for (const { id } of rows) await sendReminder({ id }, now).catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}
