import type { CheckoutField } from '@/components/checkout/checkout-state'
import { addressSchema } from '@/lib/address/schema'
import { normalizePhone } from '@/lib/format'
import { type PlaceOrderInput, placeOrderSchema } from '@/lib/order/schema'

export type ReadForm =
  | { ok: true; input: PlaceOrderInput; values: Record<string, string> }
  | { ok: false; wrong: CheckoutField[]; values: Record<string, string> }

/** What was written, without the fields that Next adds for itself. */
export const formValues = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  )

const fields: Record<string, CheckoutField> = {
  deliveries: 'delivery',
  payment: 'payment',
  provider: 'payment',
  credit: 'payment',
}
const own: readonly CheckoutField[] = ['phone', 'name', 'region', 'district', 'street', 'landmark']

function fieldOf(path: readonly PropertyKey[]): CheckoutField[] {
  const [head, leaf] = [String(path[0]), String(path[1])]
  const named = own.find((field) => field === leaf)
  if (named !== undefined) return [named]
  return head === 'address' ? ['region', 'district', 'street'] : [fields[head] ?? 'delivery']
}

const given = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined)

/** Without a script the district alone says where: its code begins with its region's. */
const readAddress = (values: Record<string, string>) => ({
  region: given(values['region']) ?? values['district']?.slice(0, 4) ?? '',
  district: values['district'] ?? '',
  street: values['street'] ?? '',
  ...(given(values['landmark']) && { landmark: given(values['landmark']) }),
})

/** Only `orders` that leave the pick-up point need an address; one that was half written for pick-up is dropped. */
function checkAddress(values: Record<string, string>, needed: boolean) {
  const address = readAddress(values)
  const checked = addressSchema.safeParse(address)
  if (checked.success) return { address: checked.data, wrong: [] }
  if (!needed) return { wrong: [] }
  const wrong = checked.error.issues.flatMap(({ path }) => fieldOf(['address', ...path]))
  return { wrong }
}

export const deliveriesOf = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, method]) =>
    name.startsWith('delivery.') ? [{ shop: name.slice('delivery.'.length), method }] : [],
  )

/** The checkout form as the input that REST takes too; every mistake is named by its field. */
export function readForm(form: FormData): ReadForm {
  const values = formValues(form)
  const deliveries = deliveriesOf(values)
  const { address, wrong } = checkAddress(
    values,
    deliveries.some(({ method }) => method !== 'pickup'),
  )
  const parsed = placeOrderSchema.safeParse({
    contact: { name: values['name'] ?? '', phone: normalizePhone(values['phone'] ?? '') ?? '' },
    ...(address && { address }),
    deliveries,
    payment: { provider: values['provider'] },
    ...(values['useCredit'] === 'on' && { credit: { amount: values['credit'] ?? '', currency: 'UZS' } }),
    ...(given(values['coupon']) && { coupon: given(values['coupon']) }),
    expectedTotal: { amount: values['expectedTotal'] ?? '', currency: 'UZS' },
  })
  const mistakes = parsed.success ? wrong : [...wrong, ...parsed.error.issues.flatMap(({ path }) => fieldOf(path))]
  if (parsed.success && mistakes.length === 0) return { ok: true, input: parsed.data, values }
  return { ok: false, wrong: [...new Set(mistakes)], values }
}
