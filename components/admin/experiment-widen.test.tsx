import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Experiment } from '@/lib/experiment/schema'
import { experimentText } from '@/lib/i18n/messages/experiment'
import { StageMarks, WidenForm } from './experiment-widen'

const parts = (first: number, second: number) => [
  { option: 'roomy', weight: first },
  { option: 'dense', weight: second },
]
const experiment: Experiment = {
  id: 'exp_1',
  key: 'cards',
  name: 'Cards',
  place: 'category-cards',
  status: 'running',
  share: 60,
  variants: parts(1, 3),
  before: [{ share: 20, variants: parts(1, 1), until: '2026-11-21T10:00:00Z', by: 'usr_1' }],
  planned: 100,
  createdAt: '2026-11-20T10:00:00Z',
  startedAt: '2026-11-20T10:00:00Z',
  endedAt: null,
}
const save = async () => undefined
const form = (over: Partial<Experiment>) =>
  renderToString(<WidenForm experiment={{ ...experiment, ...over }} locale="en" save={save} />)

it('a running experiment can only be widened', () => {
  expect(form({})).toContain('min="61"')
  expect(form({})).toContain('name="weight-dense"')
  expect(form({ share: 100 })).toContain(experimentText.en.wholeShare)
  expect(form({ status: 'ended' })).toBe('')
})

it('results say that an experiment was changed, from what to what', () => {
  const html = renderToString(<StageMarks experiment={experiment} locale="en" />)
  expect(html).toMatch(/20.?% · 1 : 1 → 60.?% · 1 : 3/)
  expect(renderToString(<StageMarks experiment={{ ...experiment, before: [] }} locale="en" />)).toBe('')
})
