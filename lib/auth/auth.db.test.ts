import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePassword } from '@/lib/auth/commands/change-password'
import { register } from '@/lib/auth/commands/register'
import { signIn } from '@/lib/auth/commands/sign-in'
import { closeSession, findSession, openSession, sealSession, unsealSession } from '@/lib/auth/session'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'

const gulnora = { name: 'Gulnora', phone: '+998901234567', password: 'olma anor behi nok' }

beforeAll(async () => void (await testDb()))
afterAll(dropTestDbs)

describe('sessions', () => {
  it('a new buyer is signed in, and the row decides', async () => {
    const { sid, userId } = must(await register(gulnora))
    expect(await findSession(sid)).toEqual({
      kind: 'user',
      id: userId,
      name: 'Gulnora',
      phone: gulnora.phone,
      role: 'buyer',
    })
    await closeSession(sid)
    expect(await findSession(sid)).toBeNull()
  })

  it('a taken phone cannot be registered again', async () => {
    const again = await register({ ...gulnora, password: 'another long phrase' })
    expect(again).toEqual({ ok: false, code: 'cannot-register' })
  })

  it('an unknown phone, a wrong password and a blocked user look the same', async () => {
    const wrong = { ok: false, code: 'wrong-credentials' }
    expect(await signIn({ phone: '+998909999999', password: 'x' })).toEqual(wrong)
    expect(await signIn({ phone: gulnora.phone, password: 'x' })).toEqual(wrong)
    await sql.query(`update "user" set status = 'blocked' where phone = $1`, [gulnora.phone])
    expect(await signIn(gulnora)).toEqual(wrong)
    await sql.query(`update "user" set status = 'active' where phone = $1`, [gulnora.phone])
    expect((await signIn(gulnora)).ok).toBe(true)
  })

  it('blocking a user ends an open session at once', async () => {
    const { sid } = must(await signIn(gulnora))
    await sql.query(`update "user" set status = 'blocked' where phone = $1`, [gulnora.phone])
    expect(await findSession(sid)).toBeNull()
    await sql.query(`update "user" set status = 'active' where phone = $1`, [gulnora.phone])
  })

  it('an idle or old session is over', async () => {
    const { sid } = must(await signIn(gulnora))
    await sql.query(`update user_session set seen_at = now() - interval '31 days'`)
    expect(await findSession(sid)).toBeNull()
    const fresh = must(await signIn(gulnora))
    await sql.query(`update user_session set expires_at = now() - interval '1 second'`)
    expect(await findSession(fresh.sid)).toBeNull()
  })

  it('a new password ends every other device', async () => {
    const phone = { name: 'Sardor', phone: '+998907654321', password: 'qovun tarvuz uzum' }
    const { sid, userId } = must(await register(phone))
    const other = await openSession(userId)
    const actor = await findSession(sid)
    if (actor === null) throw new Error('not signed in')
    const { sid: renewed } = must(
      await changePassword({ current: phone.password, next: 'shaftoli gilos olcha' }, actor),
    )
    expect(await findSession(other)).toBeNull()
    expect(await findSession(sid)).toBeNull()
    expect((await findSession(renewed))?.id).toBe(userId)
  })

  it('the eleventh try in a quarter of an hour is refused even with the right password', async () => {
    const person = { name: 'Anvar', phone: '+998931112233', password: 'bir ikki uch toʻrt' }
    must(await register(person))
    for (let tries = 0; tries < 10; tries++) await signIn({ phone: person.phone, password: 'x' })
    expect(await signIn(person)).toEqual({ ok: false, code: 'too-many-attempts' })
  })
})

describe('the cookie', () => {
  it('carries a sid and nothing else that counts', async () => {
    expect(await unsealSession(await sealSession('abc'))).toBe('abc')
  })

  it('is refused when it is not ours', async () => {
    expect(await unsealSession(undefined)).toBeNull()
    expect(await unsealSession('')).toBeNull()
    expect(await unsealSession('eyJhbGciOiJkaXIifQ..x.y.z')).toBeNull()
  })
})
