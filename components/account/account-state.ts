/** What a refused form gives back: what was written (never a password) and a sentence for each wrong field. */
export type FormState = {
  tries: number
  values: Record<string, string>
  errors: Record<string, string>
  problem: string | null
  done: string | null
}

export const freshForm: FormState = { tries: 0, values: {}, errors: {}, problem: null, done: null }
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
