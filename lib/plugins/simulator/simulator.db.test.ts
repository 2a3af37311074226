import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { env } from '@/lib/kernel/env'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { listPayments, startPayment } from '@/lib/payment'
import { answerClick } from '@/lib/plugins/click'
import { answerPayme } from '@/lib/plugins/payme'
import { answerStripe } from '@/lib/plugins/stripe'
import { type Simulation, simulatePayment } from '.'
import { payLate } from './simulate-payment'

type Provider = 'payme' | 'click' | 'stripe'

let server: Server
let pool: pg.Pool

const answer = (path: string, request: Request): Promise<Response> => {
  if (path.endsWith('/payme')) return answerPayme(request, '127.0.0.1')
  if (path.endsWith('/stripe')) return answerStripe(request, '127.0.0.1')
  return answerClick(request, path.endsWith('/prepare') ? 'prepare' : 'complete', '127.0.0.1')
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  const headers = request.headers as Record<string, string>
  return new Request(`http://localhost${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) })
}

beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
  server = createServer(async (request, response) => {
    const answered = await answer(request.url ?? '', await toRequest(request))
    response.writeHead(answered.status).end(await answered.text())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  Object.assign(env, { PORT: (server.address() as AddressInfo).port })
})
afterAll(async () => {
  server.close()
  await dropTestDbs()
})

async function begin(provider: Provider) {
  const placed = await order({ var_a1: 1 }, provider)
  const { paymentId, url } = must(await startPayment(placed.orderId, provider, 'uz'))
  const play = async (ending: Simulation) => {
    const played = await simulatePayment(paymentId, ending)
    return played?.exchanges.map(({ status, answer: text }) => ({ status, ...JSON.parse(text) })) ?? []
  }
  const see = async () => {
    const seen = await getOrder({ id: placed.orderId }, { token: placed.accessToken })
    return [seen?.status, seen?.paidTotal.amount]
  }
  return { placed, paymentId, url, play, see }
}

const paid = ['paid', 10_000_000]
const unpaid = ['placed', 0]

describe.each(['payme', 'click', 'stripe'] as const)('%s', (provider) => {
  let begun: Awaited<ReturnType<typeof begin>>
  beforeEach(async () => {
    begun = await begin(provider)
  })

  it('leads to our own page and pays through the real endpoint', async () => {
    const { url, paymentId, play, see } = begun
    expect(url).toBe(`${env.APP_URL}/uz/pay/${paymentId}`)
    expect((await play('pay')).length).toBeGreaterThan(0)
    expect(await see()).toEqual(paid)
  })

  it('counts a payment once whose callback comes twice', async () => {
    const { play, see, placed } = begun
    await play('twice')
    await play('pay')
    expect(await see()).toEqual(paid)
    const payments = await listPayments(placed.orderId)
    expect(payments.map(({ captured }) => captured.amount)).toEqual([10_000_000])
  })

  it('lets a payer who was declined or went away try again', async () => {
    const { play, see } = begun
    await play('decline')
    await play('decline')
    expect(await see()).toEqual(unpaid)
    await play('never')
    expect(await see()).toEqual(unpaid)
    await play('pay')
    expect(await see()).toEqual(paid)
  })

  it('pays late', async () => {
    const { play, see, paymentId } = begun
    await play('late')
    expect(await see()).toEqual(unpaid)
    await payLate({ paymentId })
    await payLate({ paymentId })
    expect(await see()).toEqual(paid)
  })

  it('pays whatever the order of the callbacks', async () => {
    const { play, see } = begun
    await play('out-of-order')
    expect(await see()).toEqual(paid)
  })

  it('refuses who is not the provider, and another sum; the buyer can still pay', async () => {
    const { play, see } = begun
    await play('never')
    for (const ending of ['forged', 'wrong-amount'] as const) {
      expect((await play(ending)).length).toBeGreaterThan(0)
      expect(await see()).toEqual(unpaid)
    }
    await play('pay')
    expect(await see()).toEqual(paid)
  })
})

it('shows what each forgery was told', async () => {
  const codes = async (provider: Provider) => (await (await begin(provider)).play('forged')) as Record<string, never>[]
  expect((await codes('payme')).map(({ error }) => error?.['code'])).toEqual([-32504, -32504])
  expect((await codes('click')).map(({ error }) => error)).toEqual([-1, -1, -1])
  expect((await codes('stripe')).map(({ status }) => status)).toEqual([400])
})

it('knows no payment that was not begun', async () => expect(await simulatePayment('pay_0', 'pay')).toBeNull())
