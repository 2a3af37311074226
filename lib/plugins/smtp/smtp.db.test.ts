import { inspect } from 'node:util'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { person } from '@/lib/auth/person-fixture'
import { addItem, createCart } from '@/lib/cart'
import { boot, plugins } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { seedMarket } from '@/lib/order/test-market'
import { agreeToReminders } from '@/lib/reminder'
import { sweepReminders } from '@/lib/reminder/remind'
import { smtpDoor } from './door'
import { MailServer } from './test-server-fixture'

const server = new MailServer({ disabledCommands: ['STARTTLS'] })
let db: pg.Pool
let port: number

beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 100)
  port = await server.listen()
  boot([{ name: 'smtp', provides: { mail: smtpDoor(`smtp://127.0.0.1:${port}`) } }, ...plugins()])
})
afterAll(async () => {
  await server.close()
  await dropTestDbs()
})
beforeEach(async () => {
  server.taken.length = 0
  server.refusing = []
  await db.query('delete from reminder_contact')
})

/** Ten in the morning in Tashkent, and five hours later. */
const day = new Date('2027-03-01T10:00:00+05:00')
const due = new Date(day.getTime() + 5 * 3_600_000)

let people = 0
async function leaves(locale: 'uz' | 'ru') {
  const buyer = person(`letter${++people}`, 'buyer')
  must(await agreeToReminders(`oʻquvchi${people}@example.uz`.replace('ʻ', ''), locale, buyer))
  const cart = await createCart(buyer)
  must(await addItem(cart, 'var_a1', 1))
  await db.query('update cart set updated_at = $2 where id = $1', [cart.id, day])
  return cart.id
}

/** As after the minute of a lease. */
const pass = () => db.query(`update reminder set leased_until = null, created_at = now() - interval '1 minute'`)
const standing = async (cart: string) =>
  (await db.query('select status, reason from reminder where cart_id = $1', [cart])).rows[0]

const headers = (letter = '') => {
  const [head = ''] = letter.split('\r\n\r\n', 1)
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
}

/** RFC 2047, as every reader of mail does it. */
const decoded = (header = '') =>
  header.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString()
      : Buffer.from(
          text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString(),
  )

describe('a letter about a left cart, by a real server', () => {
  it.each([
    ['uz', 'Savatingizda tovarlar kutyapti'],
    ['ru', 'Товары ждут в вашей корзине'],
  ] as const)('arrives in %s with what readers and their programs need', async (locale, subject) => {
    const cart = await leaves(locale)
    await sweepReminders(due)
    await pass()
    await sweepReminders(due)
    expect(server.taken).toHaveLength(1)
    const head = headers(server.taken[0])
    expect(decoded(head['subject'])).toBe(subject)
    expect(server.taken[0]?.split('\r\n\r\n', 1)[0], 'headers are ASCII').toMatch(/^[\x20-\x7e\r\n\t]*$/)
    expect(Number.isNaN(Date.parse(head['date'] ?? ''))).toBe(false)
    expect(head['message-id']).toMatch(/^<[0-9a-f]{40}@localhost>$/)
    expect(head['list-unsubscribe']).toMatch(
      new RegExp(`^<http://localhost:\\d+/${locale}/reminders/stop\\?token=[^>\\s]+>$`),
    )
    expect(head['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    expect(head['to']).toContain('@example.uz')
    expect(head['content-type']).toContain('utf-8')
    expect(await standing(cart)).toEqual({ status: 'sent', reason: null })
  })

  it('is tried again after a 4xx, with the same name, and arrives once', async () => {
    const cart = await leaves('uz')
    server.refusing = [
      { at: 'RCPT', code: 451 },
      { at: 'DATA', code: 421 },
    ]
    for (const code of ['451', '421']) {
      await expect(sweepReminders(due)).rejects.toThrow(code)
      expect(await standing(cart)).toMatchObject({ status: 'scheduled' })
      await pass()
    }
    await sweepReminders(due)
    await pass()
    await sweepReminders(due)
    expect(server.taken).toHaveLength(1)
    expect(await standing(cart)).toEqual({ status: 'sent', reason: null })
  })

  it.each(['RCPT', 'DATA'] as const)('is not tried again after a 5xx to %s', async (at) => {
    const cart = await leaves('ru')
    server.refusing = [{ at, code: 550 }]
    await sweepReminders(due)
    expect(await standing(cart)).toEqual({ status: 'ended', reason: 'refused' })
    await pass()
    await sweepReminders(due)
    expect(server.taken).toEqual([])
  })
})

describe('the line', () => {
  const letter = { to: 'a@example.uz', subject: 'Salom', text: 'x', key: 'k' }
  const withServer = async (server: MailServer, use: (port: number) => Promise<void>) => {
    try {
      await use(await server.listen())
    } finally {
      await server.close()
    }
  }

  it('is encrypted before a password is said, where that is demanded', async () => {
    const plain = new MailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
    await withServer(plain, async (at) => {
      const door = smtpDoor(`smtp://bozor:right-word@127.0.0.1:${at}?requireTLS=true`)
      await expect(door.send(letter)).rejects.toThrow()
      expect([plain.said, plain.taken]).toEqual([[], []])
    })
    const able = new MailServer()
    await withServer(able, async (at) => {
      const strict = smtpDoor(`smtp://bozor:right-word@127.0.0.1:${at}?requireTLS=true`)
      await expect(strict.send(letter), 'a certificate that nobody vouches for').rejects.toThrow(/certificate/i)
      expect(able.said).toEqual([])
      const known = smtpDoor(`smtp://bozor:right-word@127.0.0.1:${at}?requireTLS=true&tls.rejectUnauthorized=false`)
      expect(await known.send(letter)).toBe('sent')
      expect(able.said).toEqual(['secure bozor:right-word'])
    })
  })

  it('says nothing of the password when it is refused, and does not blame the letter', async () => {
    const wrong = new MailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
    await withServer(wrong, async (at) => {
      const door = smtpDoor(`smtp://bozor:wrong-word@127.0.0.1:${at}`)
      const error: unknown = await door.send(letter).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Error)
      const told = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
      const secrets = [
        'wrong-word',
        Buffer.from('wrong-word').toString('base64'),
        Buffer.from('\0bozor\0wrong-word').toString('base64'),
      ]
      for (const secret of secrets) expect(told).not.toContain(secret)
      expect(wrong.taken).toEqual([])
    })
  })
})
