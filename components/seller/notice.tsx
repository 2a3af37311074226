import { Icon } from '@/components/ui/icon'

/** What became of the last action: said above the page, so that it is there without a script too. */
export function Notice({ text, problem }: { text: string; problem: boolean }) {
  const tone = problem ? 'bg-anor-soft text-bad' : 'bg-ok-soft text-ok'
  return (
    <p className={`row mt-3 rounded-control px-4 py-3 font-semibold ${tone}`} role={problem ? 'alert' : 'status'}>
      <Icon name={problem ? 'info' : 'check'} small />
      {text}
    </p>
  )
}
