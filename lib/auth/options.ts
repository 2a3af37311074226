import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { signIn } from '@/lib/auth/commands/sign-in'
import { cookieOptions, SESSION_COOKIE, SESSION_SECONDS } from '@/lib/auth/cookie'
import { signInSchema } from '@/lib/auth/schema'
import { closeSession, findSession } from '@/lib/auth/session'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'

type Header = string | string[] | undefined
const first = (value: Header): string | undefined => (Array.isArray(value) ? value[0] : value)

export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  useSecureCookies: cookieOptions.secure,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: cookieOptions } },
  pages: { signIn: '/uz/sign-in' },
  providers: [
    credentials({
      credentials: { phone: {}, password: { type: 'password' } },
      // A thrown text would appear in the address, so every refusal is null.
      async authorize(form, request) {
        const input = signInSchema.safeParse(form)
        if (!input.success) return null
        const list = request.headers as Record<string, Header> | undefined
        const device = {
          userAgent: first(list?.['user-agent']),
          ip: first(list?.['x-forwarded-for'])?.split(',').pop(),
        }
        const opened = await signIn(input.data, device).catch((error) => {
          log.error({ err: error }, 'a sign-in broke')
          return null
        })
        return opened?.ok === true ? { id: opened.value.sid } : null
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ((user as typeof user | undefined) ? { sid: user.id } : { sid: token['sid'] }),
    async session({ session, token }) {
      const sid = token['sid']
      const actor = typeof sid === 'string' ? await findSession(sid) : null
      return actor === null ? { expires: new Date(0).toISOString() } : { ...session, user: { name: actor.name } }
    },
  },
  events: {
    async signOut({ token }) {
      const sid = (token as { sid?: unknown } | undefined)?.sid
      if (typeof sid === 'string') await closeSession(sid)
    },
  },
}
