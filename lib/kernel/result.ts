/** An expected refusal: part of the contract, so it is a value. A bug or a broken network is thrown. */
export type Failure<Code extends string> = { ok: false; code: Code; detail?: Record<string, unknown> }
export type Result<Value, Code extends string> = { ok: true; value: Value } | Failure<Code>

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const

export const fail = <Code extends string>(code: Code, detail?: Record<string, unknown>): Failure<Code> =>
  detail ? { ok: false, code, detail } : { ok: false, code }

/** For the place where a refusal would be a bug: nobody may drop a Result in silence. */
export const must = <Value>(result: Result<Value, string>): Value => {
  if (!result.ok) throw new Error(`Refused: ${result.code}`)
  return result.value
}
