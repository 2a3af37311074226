import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { consentOf, recordConsent } from '.'

let db: pg.Pool
beforeAll(async () => {
  db = await testDb()
})
afterAll(dropTestDbs)

const words = { locale: 'uz', channel: 'banner' } as const
const nobody = { subject: null, userId: null }

it('the last answer counts, and every answer is kept', async () => {
  const subject = await recordConsent({ analytics: true, ads: true, ...words }, nobody)
  expect(await consentOf(sql, subject)).toEqual({ analytics: true, ads: true })
  await recordConsent({ analytics: true, ads: false, ...words }, { subject, userId: 'usr_1' })
  expect(await consentOf(sql, subject)).toEqual({ analytics: true, ads: false })
  expect(await recordConsent({ analytics: false, ads: false, ...words }, { subject, userId: 'usr_1' })).toBeNull()
  expect(await consentOf(sql, subject)).toEqual({ analytics: false, ads: false })
  const { rows } = await db.query('select purposes, user_id from consent_record where subject = $1 order by id', [
    subject,
  ])
  expect(rows.map(({ purposes }) => purposes)).toEqual([['analytics', 'ads'], ['analytics'], []])
  expect(rows.map(({ user_id }) => user_id)).toEqual([null, 'usr_1', null])
})

it('a refusal makes nobody known', async () => {
  expect(await recordConsent({ analytics: false, ads: false, ...words }, nobody)).toBeNull()
  expect(await consentOf(sql, null)).toEqual({ analytics: false, ads: false })
})

it('a proof cannot be changed or removed', async () => {
  await recordConsent({ analytics: true, ads: false, ...words }, nobody)
  await expect(db.query(`update consent_record set purposes = '{ads}'`)).rejects.toThrow('append-only')
  await expect(db.query('delete from consent_record')).rejects.toThrow('append-only')
})
