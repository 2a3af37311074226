import { env } from '@/lib/kernel/env'
import type { openApi } from './openapi'
import { problems } from './problem'

type Document = ReturnType<typeof openApi>
type Named = { name: string; in: string; required?: boolean; description?: string; schema: object }
type Content = { content: Record<string, { schema: object }> }
type Call = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters?: Named[]
  requestBody?: Content
  responses: Record<string, Content & { description: string }>
  security: Record<string, unknown>[]
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/`([^`]*)`/g, '<code>$1</code>')

const schemaHtml = (schema: object) =>
  `<pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`.replace(
    /&#34;#\/components\/schemas\/(\w+)&#34;/g,
    '<a href="#schema-$1">$1</a>',
  )

const parameterHtml = ({ name, in: place, required, description, schema }: Named) => `<tr>
<td><code>${escaped(name)}</code></td><td>${place}${required ? ', needed' : ''}</td>
<td>${escaped(description ?? (schema as { description?: string }).description ?? '')}
<code>${escaped(JSON.stringify(schema))}</code></td></tr>`

const contentHtml = ({ content }: Content) =>
  Object.values(content)
    .map(({ schema }) => schemaHtml(schema))
    .join('')

const responseHtml = ([status, response]: [string, Call['responses'][string]]) =>
  Number(status) < 400
    ? `<h4>${status}</h4>${contentHtml(response)}`
    : `<p><b>${status}</b> ${escaped(response.description).replaceAll('\n\n', ' · ')}</p>`

const accessHtml = ({ security }: Call) => security.flatMap((one) => Object.keys(one)).join(' or ') || 'anybody'

function callHtml(path: string, method: string, call: Call): string {
  return `<section id="${escaped(call.operationId)}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(call.summary)}. ${escaped(call.description ?? '')} <small>Open to: ${accessHtml(call)}</small></p>
${call.parameters ? `<table>${call.parameters.map(parameterHtml).join('')}</table>` : ''}
${call.requestBody ? `<details open><summary>Body</summary>${contentHtml(call.requestBody)}</details>` : ''}
<details><summary>Answers</summary>${Object.entries(call.responses).map(responseHtml).join('')}</details>
</section>`
}

const style = `:root{color-scheme:light dark;--line:#8884;--soft:#8881}
*{box-sizing:border-box}body{font:16px/1.55 system-ui,sans-serif;margin:0}
main{max-width:60rem;margin:auto;padding:1.5rem}h1{margin:0}h2{margin-top:3rem}
section{border-top:1px solid var(--line);padding:1rem 0;scroll-margin-top:1rem}
h3{margin:.25rem 0;overflow-wrap:anywhere}
pre{background:var(--soft);padding:1rem;overflow:auto;border-radius:.5rem;max-height:28rem;font-size:.85rem}
code{font-size:.9em}table{border-collapse:collapse;width:100%;display:block;overflow:auto}
td{border:1px solid var(--line);padding:.4rem;vertical-align:top;text-align:left}
.method{font-size:.75rem;padding:.2rem .5rem;border-radius:.4rem;background:#0b6b5d;color:#fff;vertical-align:middle}
.post,.put,.patch{background:#8a4b08}.delete{background:#a3172b}summary{cursor:pointer;padding:.25rem 0}
nav ul{columns:16rem;padding:0;list-style:none}nav li{overflow-wrap:anywhere}small{opacity:.75}`

/** The OpenAPI document for people: one page without a line of script. */
export function docsPage(document: Document): string {
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, call]) => ({ path, method, call: call as Call })),
  )
  const index = calls.map(
    ({ path, method, call }) =>
      `<li><a href="#${escaped(call.operationId)}">${method.toUpperCase()} ${escaped(path)}</a></li>`,
  )
  const groups = document.tags.map(({ name }) => {
    const own = calls.filter(({ call }) => call.tags.includes(name))
    return `<h2>${escaped(name)}</h2>${own.map(({ path, method, call }) => callHtml(path, method, call)).join('')}`
  })
  const codes = Object.entries(problems).map(
    ([code, [status, title]]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  )
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<section id="schema-${escaped(name)}"><h3>${escaped(name)}</h3>${schemaHtml(schema as object)}`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bozor REST API, version 1</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<style>${style}</style></head><body><main>
<h1>Bozor REST API, version 1</h1>
<p>${escaped(document.info.description)} Base address: <code>${escaped(`${env.APP_URL}/api/v1`)}</code>.
The same as a document: <a href="openapi.json">openapi.json</a>.</p>
<nav aria-label="Calls"><ul>${index.join('')}</ul></nav>
${groups.join('')}
<h2>Problems</h2><p>Errors are <code>application/problem+json</code>; <code>code</code> never changes.</p>
<table>${codes.join('')}</table>
<h2>Schemas</h2>${schemas.map((section) => `${section}</section>`).join('')}
</main></body></html>`
}
