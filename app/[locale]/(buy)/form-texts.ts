import type { z } from 'zod'
import type { Locale } from '@/lib/i18n'
import { accountText } from '@/lib/i18n/messages/account'

/** The fields of one of several forms, by their own names. */
export const formTexts = (form: FormData, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )

/** A sentence for each wrong field, in the reader's language; the schema's messages are keys. */
export function fieldErrors(error: z.ZodError, locale: Locale): Record<string, string> {
  const t = accountText[locale]
  const byMessage: Record<string, string> = {
    'password-short': t.passwordShort,
    'password-long': t.passwordLong,
    'password-phone': t.passwordPhone,
  }
  const byField: Record<string, string> = { phone: t.phoneError, name: t.nameError, password: t.passwordError }
  return Object.fromEntries(
    error.issues.map(({ path, message }) => {
      const field = String(path[0])
      return [field, byMessage[message] ?? byField[field] ?? t.passwordError]
    }),
  )
}
