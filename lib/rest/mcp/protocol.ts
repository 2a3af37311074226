import { z } from 'zod'
import { describe, type ToolCaller } from './tool'
import { tools } from './tools'

/**
 * Model Context Protocol by its specification of 2025-11-25, and the two before it, which say the same of what is used
 * here: initialize, ping, tools/list, tools/call. No sessions: every request stands for itself.
 */
export const versions = ['2025-11-25', '2025-06-18', '2025-03-26'] as const

type Id = string | number

export type RpcAnswer =
  | { jsonrpc: '2.0'; id: Id; result: object }
  | { jsonrpc: '2.0'; id: Id | null; error: { code: number; message: string } }

const messageShape = z.looseObject({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string().max(200), z.number()]).optional(),
  method: z.string().max(200).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
})

export const refuse = (code: number, message: string, id: Id | null = null): RpcAnswer => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
})

/** The version that the client asks for where we speak it, else our newest. */
const begin = (asked: unknown) => ({
  protocolVersion: versions.find((version) => version === asked) ?? versions[0],
  capabilities: { tools: { listChanged: false } },
  serverInfo: { name: 'bozor', title: 'Bozor', version: '1.0.0' },
  instructions:
    'A marketplace of many shops in Uzbekistan. Nothing can be bought through these tools: give people the url of a product.',
})

async function call(params: Record<string, unknown>, caller: ToolCaller): Promise<object | null> {
  const tool = tools.find(({ name }) => name === params['name'])
  if (!tool) return null
  const answered = await tool.call(params['arguments'] ?? {}, caller)
  if (!answered.ok) return { content: [{ type: 'text', text: answered.reason }], isError: true }
  return { content: [{ type: 'text', text: JSON.stringify(answered.value) }], structuredContent: answered.value }
}

/** Null: a notification, or an answer to a question that nobody asked; neither is answered. */
export async function answerMessage(message: unknown, caller: ToolCaller): Promise<RpcAnswer | null> {
  const parsed = messageShape.safeParse(message)
  if (!parsed.success) return refuse(-32600, 'Not a JSON-RPC 2.0 message')
  const { id, method, params = {} } = parsed.data
  if (method === undefined)
    return 'result' in parsed.data || 'error' in parsed.data ? null : refuse(-32600, 'No method')
  if (id === undefined) return null
  const result = (value: object): RpcAnswer => ({ jsonrpc: '2.0', id, result: value })
  if (method === 'initialize') return result(begin(params['protocolVersion']))
  if (method === 'ping') return result({})
  if (method === 'tools/list') return result({ tools: tools.map(describe) })
  if (method !== 'tools/call') return refuse(-32601, 'There is no such method', id)
  const called = await call(params, caller)
  return called === null ? refuse(-32602, 'There is no such tool', id) : result(called)
}
