import { Icon } from '@/components/ui/icon'

export type TimelineStep = {
  state: 'done' | 'now' | 'todo'
  title: string
  note?: string | undefined
  /** When it happened, as shown; `at` is the same for machines. */
  time?: string | undefined
  at?: string | undefined
}

export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className="time">
      {steps.map((step) => (
        <li
          key={`${step.title} ${step.at ?? ''}`}
          className={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="pt">
            <Icon name={step.state === 'done' ? 'check' : 'clock'} />
          </span>
          <span className={step.state === 'todo' ? 'todo' : undefined}>
            <b className="strong">{step.title}</b>
            {step.note === undefined ? null : <span className="small muted block">{step.note}</span>}
          </span>
          {step.time === undefined ? (
            <span />
          ) : (
            <time className="num" dateTime={step.at}>
              {step.time}
            </time>
          )}
        </li>
      ))}
    </ol>
  )
}
