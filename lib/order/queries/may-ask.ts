import { takeToken } from '@/lib/kernel/limit'

/** For an order by number and phone: ten numbers by one phone, sixty by one address. Enough for a person, too few to guess. */
export async function mayAsk(phone: string, ip: string | undefined): Promise<boolean> {
  const byPhone = await takeToken({ key: `order:phone:${phone}`, limit: 10, windowSeconds: 900 })
  if (ip === undefined) return byPhone.ok
  return byPhone.ok && (await takeToken({ key: `order:ip:${ip}`, limit: 60, windowSeconds: 900 })).ok
}
