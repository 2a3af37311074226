import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { person } from '@/lib/auth/person-fixture'
import type { UserActor } from '@/lib/auth/schema'
import { addItem, createCart } from '@/lib/cart'
import { boot, plugins } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import type { Letter } from '@/lib/mail/schema'
import { placeOrder } from '@/lib/order'
import { orderInput, seedMarket } from '@/lib/order/test-market'
import { toMessage } from '@/lib/plugins/smtp/letter'
import { agreeToReminders, reminderEmail, stopByToken, stopReminders } from '.'
import { scheduleReminders, sendReminder, sweepReminders } from './remind'
import { stopToken } from './token'

let db: pg.Pool
const letters: Letter[] = []
let busy: string | undefined

beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 1000)
  const take = async (one: Letter) => {
    if (one.to === busy) throw new Error('451 try again later')
    letters.push(one)
    return 'sent' as const
  }
  boot([{ name: 'letters', provides: { mail: { send: take } } }, ...plugins()])
})
afterAll(dropTestDbs)
beforeEach(async () => {
  letters.length = 0
  await db.query('delete from reminder_contact')
})

/** Ten in the morning in Tashkent, so that no test depends on when it runs. */
const day = new Date('2027-03-01T10:00:00+05:00')
const later = (hours: number) => new Date(day.getTime() + hours * 3_600_000)

let people = 0
async function leaves(agrees = true): Promise<{ buyer: UserActor; cart: { id: `crt_${string}`; token: string } }> {
  const buyer = person(`left${++people}`, 'buyer')
  if (agrees) must(await agreeToReminders(`ism${people}@example.uz`, 'ru', buyer))
  const cart = await createCart(buyer)
  must(await addItem(cart, 'var_a1', 1))
  await db.query('update cart set updated_at = $2 where id = $1', [cart.id, day])
  return { buyer, cart }
}
/** Free again for the next try, as after the minute of a lease. */
const pass = () => db.query("update reminder set leased_until = null, created_at = now() - interval '1 minute'")
async function sweep(at: Date) {
  await sweepReminders(at)
  await pass()
  await sweepReminders(at)
}

describe('a left cart', () => {
  it('is written about after four hours and after three days, and never again', async () => {
    const { cart } = await leaves()
    await sweep(later(3.9))
    expect(letters).toEqual([])
    await sweep(later(4))
    await sweep(later(6))
    expect(letters).toHaveLength(1)
    await sweep(later(71))
    expect(letters).toHaveLength(1)
    await sweep(later(72))
    await sweep(later(1000))
    expect(letters.map(({ key }) => key)).toEqual([`reminder:${cart.id}:1`, `reminder:${cart.id}:2`])
    expect(letters[0]).toMatchObject({ to: `ism${people}@example.uz`, subject: 'Товары ждут в вашей корзине' })
    expect(letters[0]?.text).toContain('/ru/reminders/cart')
  })

  it('is written about once, however many look at it at once', async () => {
    await leaves()
    await Promise.all(Array.from({ length: 8 }, () => scheduleReminders(later(5))))
    const { rows } = await db.query<{ id: string }>(`select id from reminder where status = 'scheduled'`)
    expect(rows).toHaveLength(1)
    await Promise.all(Array.from({ length: 8 }, () => sendReminder({ id: rows[0]?.id ?? '' }, later(5))))
    expect(letters).toHaveLength(1)
  })

  it('is written about as soon as its post office takes letters, not for ever, and holds up nobody else', async () => {
    const { cart } = await leaves()
    busy = `ism${people}@example.uz`
    const { cart: other } = await leaves()
    await expect(sweep(later(5))).rejects.toThrow('451')
    await pass()
    expect(letters.map(({ key }) => key)).toEqual([`reminder:${other.id}:1`])
    busy = undefined
    await sweep(later(6))
    expect(letters.map(({ key }) => key)).toEqual([`reminder:${other.id}:1`, `reminder:${cart.id}:1`])
    const { cart: late } = await leaves()
    busy = `ism${people}@example.uz`
    await expect(sweep(later(5))).rejects.toThrow('451')
    busy = undefined
    await pass()
    await sweep(later(4 + 49))
    const { rows } = await db.query('select status, reason from reminder where cart_id = $1', [late.id])
    expect(rows).toEqual([{ status: 'ended', reason: 'late' }])
    expect(letters).toHaveLength(2)
  })

  it('waits for the morning', async () => {
    await leaves()
    await sweep(later(12))
    expect(letters).toEqual([])
    await sweep(later(23))
    expect(letters).toHaveLength(1)
  })

  it('of somebody who did not agree is nobody’s business', async () => {
    await leaves(false)
    await sweep(later(100))
    expect(letters).toEqual([])
  })
})

describe('a letter that is due is not sent', () => {
  const cases: [string, string, (left: Awaited<ReturnType<typeof leaves>>) => Promise<unknown>][] = [
    [
      'the cart was ordered',
      'ordered',
      async ({ cart, buyer }) =>
        must(await placeOrder({ ...orderInput({ var_a1: 1 }, 'payme'), cartId: cart.id }, buyer)),
    ],
    ['it was emptied', 'emptied', ({ cart }) => db.query('delete from cart_item where cart_id = $1', [cart.id])],
    ['the consent was withdrawn', 'withdrawn', ({ buyer }) => stopReminders(buyer.id, 'account')],
  ]
  it.each(cases)('when %s', async (_, reason, happens) => {
    const left = await leaves()
    await scheduleReminders(later(5))
    await happens(left)
    await sweep(later(5))
    expect(letters).toEqual([])
    const { rows } = await db.query('select status, reason from reminder where cart_id = $1', [left.cart.id])
    expect(rows).toEqual([{ status: 'ended', reason }])
  })

  it('when the cart was touched meanwhile: its hours begin anew', async () => {
    const { cart } = await leaves()
    await scheduleReminders(later(5))
    await db.query('update cart set updated_at = $2 where id = $1', [cart.id, later(4.5)])
    await sweep(later(5))
    expect(letters).toEqual([])
    await sweep(later(8.5))
    expect(letters).toHaveLength(1)
  })
})

describe('the end of the letters', () => {
  it('is one press away, without signing in, by a link that nobody else can make', async () => {
    const { buyer } = await leaves()
    await sweep(later(5))
    const link = new URL(letters[0]?.unsubscribe ?? '')
    expect(await stopByToken(`${buyer.id}.${'x'.repeat(43)}`)).toMatchObject({ code: 'not-found' })
    expect(await stopByToken(stopToken('usr_other'))).toMatchObject({ ok: true })
    expect(await reminderEmail(buyer)).not.toBeNull()
    for (const _ of [1, 2]) must(await stopByToken(link.searchParams.get('token')))
    expect(await reminderEmail(buyer)).toBeNull()
    await sweep(later(100))
    expect(letters).toHaveLength(1)
    const { rows } = await db.query('select given, channel from reminder_consent where user_id = $1 order by id', [
      buyer.id,
    ])
    expect(rows).toEqual([
      { given: true, channel: 'account' },
      { given: false, channel: 'letter' },
    ])
  })

  it('is known to mail programs, and no header can be written into a subject', () => {
    const letter = { to: 'a@b.uz', subject: 'x\r\nBcc: y', text: '', key: 'k', unsubscribe: 'https://m.uz/s?token=t' }
    expect(toMessage(letter, 'm.uz')).toMatchObject({
      subject: 'x Bcc: y',
      headers: {
        'List-Unsubscribe': '<https://m.uz/s?token=t>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
  })
})

it('an address must be one', async () =>
  expect(await agreeToReminders('emas', 'uz', person('x', 'buyer'))).toMatchObject({ code: 'wrong-email' }))
