import { describe, expect, it } from 'vitest'
import { packing } from './db'

const settle = () => new Promise((resolve) => setImmediate(resolve))

/** A driver that notes what it is asked for. */
const driver = (line: object | undefined) => {
  const said: string[] = []
  const stream = line && { cork: () => void said.push('cork'), uncork: () => void said.push('uncork'), ...line }
  const query = (text: string) => {
    said.push(text)
    return Promise.resolve({ rows: [], rowCount: 0 })
  }
  return { said, client: { connection: { stream }, query } as never }
}

describe('statements of one turn', () => {
  it('travel together', async () => {
    const { said, client } = driver({})
    const tx = packing(client)
    await Promise.all([tx.query('begin'), tx.query('select 1')])
    await settle()
    await tx.query('commit')
    await settle()
    expect(said).toEqual(['cork', 'begin', 'select 1', 'uncork', 'cork', 'commit', 'uncork'])
  })

  it('travel one by one with a driver that shows no line', async () => {
    for (const line of [undefined, { cork: undefined }]) {
      const { said, client } = driver(line)
      await Promise.all([packing(client).query('begin'), packing(client).query('select 1')])
      expect(said).toEqual(['begin', 'select 1'])
    }
    const bare = { query: async () => ({ rows: [], rowCount: 0 }) } as never
    await expect(packing(bare).query('select 1')).resolves.toEqual({ rows: [], rowCount: 0 })
  })
})
