import { describe, expect, it } from 'vitest'
import { lightenFlight } from './lighten-flight.mjs'

const push = (text: string) => `self.__next_f.push([1,${JSON.stringify(text).replaceAll('<', '\\u003c')}])`
const page = (markup: string, ...pushes: string[]) =>
  `<html><body>${markup}<script>${pushes.map(push).join(';')}</script><script src="/x.js"></script></body></html>`
const said = (value: object) => JSON.stringify(value)
const script = (text: string) => `<script type="application/ld+json">${text}</script>`
const pushed = (html: string) =>
  [...html.matchAll(/push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(([, text = '""']) => JSON.parse(text) as string)

describe('what engines read', () => {
  it('stands once: as a row of its own, however the rows were cut', () => {
    const text = said({ name: 'чойнак', description: 'x'.repeat(1100) })
    const row = `T${Buffer.byteLength(text).toString(16)},${text}`
    const rows = `3:{"a":"b"}\n4:${row}5:["$","script",null,{"dangerouslySetInnerHTML":{"__html":"$4"}}]\n`
    const html = lightenFlight(page(script(text), rows.slice(0, 200), rows.slice(200)))
    expect(html).toContain(script(text))
    expect(pushed(html)).toEqual([rows.replace(row, 'T2,{}')])
  })

  it('stands once: where it is used', () => {
    const text = said({ name: 'a "teapot"' })
    const rows = `5:["$","script",null,{"dangerouslySetInnerHTML":{"__html":${JSON.stringify(text)}}}]\n`
    expect(pushed(lightenFlight(page(script(text), rows)))).toEqual([rows.replace(JSON.stringify(text), '"{}"')])
  })

  it('and what stands still stands once, too', () => {
    const links = '<div class="wrap"><a href="/uz/c/a">A &amp; B</a></div>'
    const markup = `<nav class="cats" aria-label="x" data-still="rail">${links}</nav>`
    const rows = `5:["$","$L6",null,{"name":"rail","html":${JSON.stringify(links)}}]\n`
    const html = lightenFlight(page(markup, rows))
    expect(html).toContain(markup)
    expect(pushed(html)).toEqual([rows.replace(JSON.stringify(links), '"{}"')])
  })

  it('ends no script', () => {
    const html = lightenFlight(page('<p>x</p>', '3:"</script><script>alert(1)"\n'))
    expect(html).not.toContain('</script><script>alert')
    expect(pushed(html)).toEqual(['3:"</script><script>alert(1)"\n'])
  })
})

it('a page whose data is written in another way stays as it is', () => {
  const html = '<html><body><script>self.__next_f.push([3,"AAAA"])</script></body></html>'
  expect(lightenFlight(html)).toBe(html)
  expect(lightenFlight('<p>none</p>')).toBe('<p>none</p>')
})
