import { headers } from 'next/headers'

type Kept = { form: string; state: object }

/** On `globalThis`, because Next bundles actions and pages apart. */
const shared = globalThis as { bozorKeptStates?: WeakMap<object, Kept> }
const states = () => (shared.bozorKeptStates ??= new WeakMap())

/**
 * What a form's action answered, for the page that is rendered in the same request. A form that posts without
 * JavaScript needs it: resuming a prerendered shell, React is not told the action's state. Forgotten with the request.
 */
export async function keepState<State extends object>(form: string, state: State): Promise<State> {
  states().set(await headers(), { form, state })
  return state
}

/** The state that this request's own action left for the form; only the form's page and action share a name. */
export async function keptState<State extends object>(form: string): Promise<State | null> {
  const kept = states().get(await headers())
  return kept?.form === form ? (kept.state as State) : null
}
