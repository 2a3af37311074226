import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/db/generated/client'
import { env } from './env'

const shared = globalThis as { bozorPrisma?: PrismaClient }

/** For plain modules (a form and a table). Orders, money and hot reads use `sql` and `transact`. */
export const prisma = (): PrismaClient =>
  (shared.bozorPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 4, connectionTimeoutMillis: 2_000 }),
  }))
