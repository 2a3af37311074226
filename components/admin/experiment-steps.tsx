import { optionName } from '@/components/admin/experiment-list'
import { Button } from '@/components/ui/button'
import type { Experiment } from '@/lib/experiment/schema'
import { fill, type Locale } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'

type Props = { experiment: Experiment; winner: string | null; locale: Locale; save: (form: FormData) => Promise<void> }

/** What can be done with an experiment as it is now; the better variant is the one action of an ended one. */
export function ExperimentSteps({ experiment, winner, locale, save }: Props) {
  const t = experimentText[locale]
  const { id, status, variants } = experiment
  const step = (name: string, label: string, kind: 'act' | 'line' | 'two', option = '') => (
    <form key={name + option} action={save}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="option" value={option} />
      <Button kind={kind} size="sm" className="whitespace-normal!" type="submit" name="step" value={name}>
        {label}
      </Button>
    </form>
  )
  return (
    <div className="row flex-wrap mt-4">
      {status === 'draft' ? [step('start', t.start, 'act'), step('drop', t.drop, 'line')] : null}
      {status === 'running' ? step('end', t.end, 'act') : null}
      {status === 'ended'
        ? variants.map(({ option }) =>
            step(
              'settle',
              fill(t.settle, { option: optionName(option, locale) }),
              option === winner ? 'act' : 'line',
              option,
            ),
          )
        : null}
    </div>
  )
}
