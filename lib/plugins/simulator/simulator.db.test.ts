import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '@/lib/kernel/env'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { startPayment } from '@/lib/payment'
import { answerPayme } from '@/lib/plugins/payme'
import { simulatePayment } from '.'
import type { Simulation } from './simulate-payment'

let server: Server
const calls: string[] = []

beforeAll(async () => {
  await seedMarket(await testDb(), 1000)
  server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    calls.push(JSON.parse(body).method)
    const headers = { authorization: request.headers.authorization ?? '' }
    const asked = new Request('http://localhost/api/payments/payme', { method: 'POST', headers, body })
    response.end(await (await answerPayme(asked, '127.0.0.1')).text())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  Object.assign(env, { PORT: (server.address() as AddressInfo).port })
})
afterAll(async () => {
  server.close()
  await dropTestDbs()
})

async function begin(provider: 'payme' | 'click' = 'payme') {
  const placed = await order({ var_a1: 1 }, provider)
  const { paymentId, url } = must(await startPayment(placed.orderId, provider, 'uz'))
  const play = (ending: Simulation) => simulatePayment(paymentId, ending)
  const see = async () => {
    const seen = await getOrder({ id: placed.orderId }, { token: placed.accessToken })
    return [seen?.status, seen?.paidTotal.amount]
  }
  return { placed, paymentId, url, play, see }
}

it('leads to its own page and pays through the real endpoint', async () => {
  const { placed, paymentId, url, play, see } = await begin()
  expect(url).toBe(`${env.APP_URL}/uz/pay/${paymentId}`)
  calls.length = 0
  expect(await play('pay')).toBe(placed.number)
  expect(calls.slice(-3)).toEqual(['CheckPerformTransaction', 'CreateTransaction', 'PerformTransaction'])
  expect(await see()).toEqual(['paid', 10_000_000])
})

it('counts a payment once whose callback comes twice', async () => {
  const { play, see } = await begin()
  await play('twice')
  await play('pay')
  expect(await see()).toEqual(['paid', 10_000_000])
})

it('lets a payer who was declined or went away try again', async () => {
  const { play, see } = await begin()
  await play('decline')
  expect(await see()).toEqual(['placed', 0])
  await play('never')
  expect(await see()).toEqual(['placed', 0])
  await play('pay')
  expect(await see()).toEqual(['paid', 10_000_000])
})

it('stands in for a provider without an endpoint', async () => {
  const { play, see } = await begin('click')
  await play('twice')
  expect(await see()).toEqual(['paid', 10_000_000])
})

it('knows no payment that was not begun', async () => expect(await simulatePayment('pay_0', 'pay')).toBeNull())
