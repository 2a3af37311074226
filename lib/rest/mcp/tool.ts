import { z } from 'zod'

export type Answered = { ok: true; value: object } | { ok: false; reason: string }

export type ToolCaller = { ip: string }

export type Tool = {
  name: string
  title: string
  description: string
  input: z.ZodObject
  call(input: unknown, caller: ToolCaller): Promise<Answered>
}

/** What agents read of a tool before they use it: nothing here changes anything. */
export const describe = ({ name, title, description, input }: Tool) => ({
  name,
  title,
  description,
  inputSchema: z.toJSONSchema(input, { io: 'input' }),
  annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
})

/** Ties a schema to a handler of what it has checked. */
export function tool<Input extends z.ZodObject>(definition: {
  name: string
  title: string
  description: string
  input: Input
  answer(input: z.output<Input>, caller: ToolCaller): Promise<Answered>
}): Tool {
  const { answer, ...about } = definition
  return {
    ...about,
    async call(input, caller) {
      const parsed = definition.input.safeParse(input)
      if (parsed.success) return answer(parsed.data, caller)
      const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`)
      return { ok: false, reason: wrong.join('; ') }
    },
  }
}
