import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { docsPage } from './docs-page'
import { openApi } from './openapi'
import { calls } from './operations'

const document = openApi(Object.values(calls))
type Call = { operationId: string; parameters?: { name: string; in: string }[]; responses: Record<string, unknown> }
const described = Object.entries(document.paths).flatMap(([address, item]) =>
  Object.entries(item).map(([method, call]) => ({ address, method, call: call as Call })),
)

const root = path.resolve('app/api/v1')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))

describe('the OpenAPI document', () => {
  it('lists every route that serves a call, with its methods, and no other', () => {
    const served = files.flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const address = `/${path
        .dirname(file)
        .replaceAll('\\', '/')
        .replace(/\[(\w+)\]/g, '{$1}')}`
      return [...text.matchAll(/(\w+): calls\.\w+/g)].map(([, method]) => `${method} ${address}`)
    })
    expect(described.map(({ address, method }) => `${method.toUpperCase()} ${address}`).sort()).toEqual(served.sort())
  })

  it('resolves each of its references', () => {
    const names = Object.keys(document.components.schemas)
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference)
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) expect(names.map((name) => `#/components/schemas/${name}`)).toContain(reference)
  })

  it('names every call once and describes the parameters of its path', () => {
    const ids = described.map(({ call }) => call.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { address, call } of described) {
      const inPath = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const own = call.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? []
      expect(own.sort(), address).toEqual(inPath.sort())
      expect(
        Object.keys(call.responses).some((status) => status.startsWith('2')),
        address,
      ).toBe(true)
    }
  })

  it('refuses unknown keys in what callers send', () => {
    const bodies = described.flatMap(({ call }) => {
      const content = (call as { requestBody?: { content: Record<string, { schema: object }> } }).requestBody?.content
      return content ? [content['application/json']?.schema] : []
    })
    for (const body of bodies)
      if (body && 'properties' in body) expect(body).toMatchObject({ additionalProperties: false })
  })

  it('is shown to people without a script', () => {
    const page = docsPage(document)
    expect(page).toContain('/carts/{id}/checkout')
    expect(page).not.toMatch(/<script|https?:\/\/(?!localhost)/)
  })
})
