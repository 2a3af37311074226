import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/db/generated/client'
import { pool } from './db'

const shared = globalThis as { bozorPrisma?: PrismaClient }

/** For plain modules (a form and a table), on the kernel's pool. Orders, money and hot reads use `sql` and `transact`. */
export const prisma = (): PrismaClient => (shared.bozorPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) }))
