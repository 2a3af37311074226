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

/** What a form that is kept whole or refused whole came to, by the word in its page's address. */
export function SavedNotice({ outcome, words }: { outcome: unknown; words: { saved: string; wrong: string } }) {
  if (outcome !== 'saved' && outcome !== 'wrong') return null
  return <Notice text={words[outcome]} problem={outcome === 'wrong'} />
}
