import { TRIAL_META } from '@/lib/experiment/schema'

/** What a page takes part in, said in its head: to the front that chooses the variant, and to what counts who saw it. */
export const TrialMetas = ({ trials }: { trials: readonly (string | null)[] }) =>
  trials.map((trial) => (trial === null ? null : <meta key={trial} name={TRIAL_META} content={trial} />))
