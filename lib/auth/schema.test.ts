import { expect, it } from 'vitest'
import { cookieValue } from '@/lib/auth/cookie'
import { actorId, registerSchema, signInSchema } from '@/lib/auth/schema'

it('what a person types becomes an international number', () => {
  expect(signInSchema.parse({ phone: '90 123-45-67', password: 'x' }).phone).toBe('+998901234567')
  expect(signInSchema.safeParse({ phone: '12', password: 'x' }).error?.issues[0]?.message).toBe('phone')
})

it('a password is long and is not the phone', () => {
  const form = { name: 'Anvar', phone: '901234567', password: 'short' }
  expect(registerSchema.safeParse(form).error?.issues[0]?.message).toBe('password-short')
  const phone = registerSchema.safeParse({ ...form, password: '+998901234567' })
  expect(phone.error?.issues[0]?.message).toBe('password-phone')
})

it('operators instead of text are refused', () => {
  expect(signInSchema.safeParse({ phone: { not: '' }, password: ['x'] }).success).toBe(false)
})

it('the log names an actor without personal data', () => {
  expect(actorId({ kind: 'guest', cartToken: 'secret' })).toBe('guest')
  expect(actorId({ kind: 'user', id: 'usr_1', name: 'A', phone: '+998901234567', role: 'buyer' })).toBe('usr_1')
})

it('one cookie is read out of a header, broken ones are not there', () => {
  expect(cookieValue('a=1; bozor_cart=x%20y', 'bozor_cart')).toBe('x y')
  expect(cookieValue('bozor_cart=%E0%A4', 'bozor_cart')).toBeUndefined()
  expect(cookieValue(null, 'a')).toBeUndefined()
})
