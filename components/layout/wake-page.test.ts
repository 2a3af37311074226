import vm from 'node:vm'
import { expect, it } from 'vitest'
import { wakePage } from './wake-page.mjs'

/** A document of one button, in a window that has loaded nothing yet. */
function openPage() {
  const listening = new Map<string, number>()
  class Counted extends EventTarget {
    override addEventListener(...given: Parameters<EventTarget['addEventListener']>) {
      listening.set(given[0], (listening.get(given[0]) ?? 0) + 1)
      super.addEventListener(...given)
    }
    override removeEventListener(...given: Parameters<EventTarget['removeEventListener']>) {
      listening.set(given[0], (listening.get(given[0]) ?? 0) - 1)
      super.removeEventListener(...given)
    }
  }
  const document = Object.assign(new Counted(), { readyState: 'loading', querySelectorAll: () => [] })
  const window = new Counted()
  vm.runInNewContext(wakePage, { window, document, sessionStorage: { getItem: () => null, setItem: () => {} } })
  let presses = 0
  const button = { type: 'button', isConnected: true, click: () => (presses += 1) }
  const press = () => {
    const event = new Event('click')
    Object.defineProperty(event, 'target', { value: { closest: () => button } })
    document.dispatchEvent(event)
  }
  const live = () => document.dispatchEvent(new Event('alive'))
  return { press, live, listening: (name: string) => listening.get(name) ?? 0, presses: () => presses, document }
}

it('repeats the last press once the page is alive, and listens for no other from then on', () => {
  const { press, live, listening, presses } = openPage()
  press()
  press()
  expect([presses(), listening('click')]).toEqual([0, 1])
  live()
  expect([presses(), listening('click')]).toEqual([1, 0])
  press()
  live()
  expect(presses()).toBe(1)
})

it('leaves a press to React where it listens already', () => {
  const { press, live, presses, document } = openPage()
  Object.assign(document, { _reactListeningabc: true })
  press()
  live()
  expect(presses()).toBe(0)
})
