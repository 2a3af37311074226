/** Click's own words; integrations compare them. */
const notes = {
  [0]: 'Success',
  [-1]: 'SIGN CHECK FAILED!',
  [-2]: 'Incorrect parameter amount',
  [-3]: 'Action not found',
  [-4]: 'Already paid',
  [-5]: 'User does not exist',
  [-6]: 'Transaction does not exist',
  [-7]: 'Failed to update user',
  [-8]: 'Error in request from click',
  [-9]: 'Transaction cancelled',
} as const

export type ClickError = keyof typeof notes
export type Answer = { error: ClickError; json: string }

/** `ids` are digits and become JSON numbers without passing through one, so that 64 bits arrive whole. */
function answer(error: ClickError, ids: Record<string, string> = {}, number?: string): Answer {
  const members = [
    ...Object.entries(ids).map(([name, digits]) => `"${name}":${digits}`),
    ...(number === undefined ? [] : [`"merchant_trans_id":${JSON.stringify(number)}`]),
    `"error":${error}`,
    `"error_note":${JSON.stringify(notes[error])}`,
  ]
  return { error, json: `{${members.join(',')}}` }
}

export const refuse = (error: Exclude<ClickError, 0>): Answer => answer(error)

type Prepared = { clickTransId: string; number: string; prepareId: number }
type Confirmed = { clickTransId: string; number: string; confirmId: number }

export const prepared = ({ clickTransId, number, prepareId }: Prepared): Answer =>
  answer(0, { click_trans_id: clickTransId, merchant_prepare_id: String(prepareId) }, number)

export const confirmed = ({ clickTransId, number, confirmId }: Confirmed): Answer =>
  answer(0, { click_trans_id: clickTransId, merchant_confirm_id: String(confirmId) }, number)
