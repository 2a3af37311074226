import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pictureType } from '@/prisma/seed/pictures'
import { HEAD } from './route'

const head = (file: string) => HEAD(new Request(`http://x/goods/${file}`), { params: Promise.resolve({ file }) })

it('says of a picture that nobody has drawn that it is there, and does not draw it', async () => {
  const file = 'kettle-12p0-cut-og.jpg'
  expect(pictureType(file)).toBe('image/jpeg')
  const { status, headers, body } = await head(file)
  expect([status, headers.get('content-type'), body]).toEqual([200, 'image/jpeg', null])
  expect(headers.get('cache-control')).toContain('immutable')
  expect(existsSync(`public/goods/${file}`)).toBe(false)
})

it.each(['kettle-99p0-front-640.jpg', 'nothing-1p0-front-640.jpg', 'kettle-1p0-front-641.jpg'])(
  'knows of no picture %s',
  (file) => expect(pictureType(file)).toBeNull(),
)
