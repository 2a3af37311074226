import { hash, verify } from '@node-rs/argon2'

// 19 MiB, two passes: the floor that OWASP gives for argon2id. The hashes run on libuv's four threads, never more.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let dummy: Promise<string> | undefined

/** Takes as long for an unknown user as for a known one, so that time does not tell who has an account. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await dummy), password)
  return stored !== null && matches
}
