'use server'

import { notFound, redirect } from 'next/navigation'
import { requireOperator } from '@/lib/auth'
import type { Actor } from '@/lib/auth/schema'
import {
  createExperiment,
  dropExperiment,
  endExperiment,
  getExperiment,
  settlePlace,
  startExperiment,
  widenExperiment,
} from '@/lib/experiment'
import { experimentSchema, type Place, placeNames, places, stageSchema } from '@/lib/experiment/schema'
import { isLocale } from '@/lib/i18n'
import { fail } from '@/lib/kernel/result'

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

async function enter(form: FormData) {
  const locale = form.get('locale')
  if (!isLocale(locale)) notFound()
  const here = `/${locale}/admin/marketing/experiments`
  return { here, actor: await requireOperator({ locale, next: here }) }
}

/** The usual option first: it is what the others are compared with. */
function variantsOf(form: FormData, place: Place) {
  const usual = text(form, 'usual')
  return [...places[place]]
    .toSorted((a, b) => Number(b === usual) - Number(a === usual))
    .map((option) => ({ option, weight: Number(text(form, `weight-${option}`) || 0) }))
    .filter(({ weight }) => weight !== 0)
}

/** What was written goes back with a refusal, so that nothing is typed twice. */
function written(form: FormData, outcome: string): string {
  const kept = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && /^(name|key|place|share|planned|weight-.*)$/.test(name)
      ? [[name, value.slice(0, 80)]]
      : [],
  )
  return String(new URLSearchParams([...kept, ['outcome', outcome]]))
}

export async function submitExperiment(form: FormData): Promise<void> {
  const { here, actor } = await enter(form)
  const place = placeNames.find((one) => one === form.get('place'))
  const input = experimentSchema.safeParse({
    key: text(form, 'key'),
    name: text(form, 'name'),
    place,
    variants: place === undefined ? [] : variantsOf(form, place),
    share: Number(text(form, 'share')),
    planned: Number(text(form, 'planned')),
  })
  if (!input.success) redirect(`${here}/new?${written(form, 'wrong')}`)
  const created = await createExperiment(input.data, actor)
  if (!created.ok) redirect(`${here}/new?${written(form, created.code)}`)
  redirect(`${here}/${created.value}?outcome=saved`)
}

/** The options in the order that they have, with what was written for each. */
async function widen(form: FormData, id: string, actor: Actor) {
  const known = (await getExperiment(id, actor))?.variants ?? []
  const input = stageSchema.safeParse({
    share: Number(text(form, 'share')),
    variants: known.map(({ option }) => ({ option, weight: Number(text(form, `weight-${option}`)) })),
  })
  return input.success ? widenExperiment(id, input.data, actor) : fail('wrong')
}

/** Start, widen, end, delete a draft or keep a variant: one button each. */
export async function submitStep(form: FormData): Promise<void> {
  const { here, actor } = await enter(form)
  const [id, step, option] = [text(form, 'id'), text(form, 'step'), text(form, 'option')]
  if (step === 'drop') {
    const dropped = await dropExperiment(id, actor)
    redirect(dropped.ok ? `${here}?outcome=dropped` : `${here}/${id}?outcome=${dropped.code}`)
  }
  const steps = {
    start: () => startExperiment(id, actor),
    end: () => endExperiment(id, actor),
    settle: () => settlePlace(id, option, actor),
    widen: () => widen(form, id, actor),
  }
  if (step !== 'start' && step !== 'end' && step !== 'settle' && step !== 'widen') notFound()
  const done = await steps[step]()
  if (!done.ok && (done.code === 'not-found' || done.code === 'forbidden')) notFound()
  const said = { start: 'startedNow', end: 'endedNow', settle: 'settled', widen: 'widened' }[step]
  redirect(`${here}/${id}?outcome=${done.ok ? said : done.code}`)
}
