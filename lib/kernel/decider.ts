import type { Result } from './result'

/** A fact in the past tense, plain JSON. Once written it never changes shape; a new shape is a new type. */
export type DomainEvent = { readonly type: string; readonly data: object }

/** The whole of an event-sourced aggregate: three pure members and the name of its streams. */
export type Decider<State, Command, Event extends DomainEvent, Code extends string> = {
  readonly stream: string
  readonly initial: State
  decide(state: State, command: Command): Result<Event[], Code>
  evolve(state: State, event: Event): State
}
