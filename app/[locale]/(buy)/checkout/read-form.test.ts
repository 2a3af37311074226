import { describe, expect, it } from 'vitest'
import { readForm } from './read-form'

const filled = {
  locale: 'uz',
  $ACTION_KEY: 'next adds this',
  phone: '90 123 45 67',
  name: ' Gulnora ',
  region: '1703',
  district: '1703401',
  street: 'Qatortol koʻchasi, 24',
  landmark: '',
  'delivery.kohna-chorsu': 'courier',
  'delivery.qadam': 'pickup',
  provider: 'payme',
  expectedTotal: '72000000',
}

function form(change: Record<string, string> = {}): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...filled, ...change })) data.append(name, value)
  return data
}

describe('the checkout form', () => {
  it('becomes the order that REST takes too', () => {
    const read = readForm(form())
    expect(read.ok && read.input).toEqual({
      contact: { name: 'Gulnora', phone: '+998901234567' },
      address: { region: 1703, district: 1703401, street: 'Qatortol koʻchasi, 24' },
      deliveries: [
        { shop: 'kohna-chorsu', method: 'courier' },
        { shop: 'qadam', method: 'pickup' },
      ],
      payment: { provider: 'payme' },
      expectedTotal: { amount: '72000000', currency: 'UZS' },
    })
  })

  it('names every wrong field and keeps what was written', () => {
    const read = readForm(form({ phone: '12', name: ' ', street: '', provider: 'gold' }))
    expect(read.ok).toBe(false)
    expect(!read.ok && [...read.wrong].sort()).toEqual(['name', 'payment', 'phone', 'street'])
    expect(read.values['phone']).toBe('12')
    expect(read.values['$ACTION_KEY']).toBeUndefined()
  })

  it('asks for no address when everything is picked up', () => {
    const read = readForm(form({ 'delivery.kohna-chorsu': 'pickup', region: '', district: '', street: '' }))
    expect(read.ok && read.input.address).toBe(undefined)
  })

  it('takes the region from the district when only that was chosen', () => {
    const read = readForm(form({ region: '' }))
    expect(read.ok && read.input.address?.region).toBe(1703)
  })

  it('refuses a district of another region', () => {
    const read = readForm(form({ region: '1726' }))
    expect(!read.ok && read.wrong).toEqual(['district'])
  })
})
