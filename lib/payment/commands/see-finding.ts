import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { fail, ok } from '@/lib/kernel/result'
import { ALARM, type Provider } from '../schema'

export type SeeFinding = { provider: Provider; ref: string; kind: string; note: string }

async function close(tx: Tx, { provider, ref, kind }: SeeFinding): Promise<number> {
  const { rowCount } =
    kind === ALARM
      ? await tx.query('update provider_alarm set seen_at = now() where provider = $1 and event_key = $2', [
          provider,
          ref,
        ])
      : await tx.query('update payment_finding set seen_at = now() where provider = $1 and ref = $2 and kind = $3', [
          provider,
          ref,
          kind,
        ])
  return rowCount ?? 0
}

/**
 * An operator has looked at a finding (or at all alarms of a callback: kind `alarm`) and says what came of it. Who, when
 * and the note are kept, however often it is seen; a finding that changes is open again. Refuses with `forbidden`,
 * `not-found`.
 */
export const seeFinding = (found: SeeFinding, actor: Actor) =>
  transact(async (tx) => {
    if (!isOperator(actor)) return fail('forbidden')
    if ((await close(tx, found)) === 0) return fail('not-found')
    const { provider, ref, kind, note } = found
    await tx.query('insert into finding_mark (provider, ref, kind, by, note) values ($1, $2, $3, $4, $5)', [
      provider,
      ref,
      kind,
      actorId(actor),
      note,
    ])
    return ok(true)
  })
