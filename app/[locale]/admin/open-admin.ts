import 'server-only'
import type { AdminPage } from '@/components/admin/admin-shell'
import { requireOperator } from '@/lib/auth'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getMoneyTodo } from '@/lib/report'

/** Who reads, in which language, and what the frame around every page of the operator's desk needs. */
export async function openAdmin(current: AdminPage, path: string) {
  const locale = await pageLocale()
  const actor = await requireOperator({ locale, next: `/${locale}/admin${path}` })
  const shell = { locale, current, userName: actor.name, todo: await getMoneyTodo(actor) }
  return { locale, actor, shell }
}
