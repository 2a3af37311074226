import { outcomeOf } from '@/components/order/said'
import { isSameOrigin } from '@/lib/auth'
import { PHOTOS } from '@/lib/files/schema'
import { readSum } from '@/lib/format'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { keepPhotos, openDispute, requestReturn } from '@/lib/order'
import { type OrderAccess, openDisputeSchema, requestReturnSchema } from '@/lib/order/schema'
import { readPictures } from '@/lib/rest'
import { readItems } from '../../../read-items'
import { orderAccess } from '../../orders/access'
import { orderSchema } from '../../orders/order-form'

type Context = { params: Promise<{ kind: string; locale: string }> }
type Asked = ReturnType<typeof orderSchema.parse>
type Answer = Result<unknown, string>

const wordsOf = (form: FormData) => String(form.get('comment') ?? '').trim() || undefined

const kinds: Record<
  string,
  { done: string; ask: (form: FormData, asked: Asked, photos: string[], access: OrderAccess) => Promise<Answer> }
> = {
  return: {
    done: 'didReturn',
    async ask(form, { parcel }, photos, access) {
      const said = {
        parcelId: parcel,
        items: readItems(form),
        reason: form.get('reason'),
        comment: wordsOf(form),
        photos,
      }
      const read = requestReturnSchema.safeParse(said)
      return read.success ? requestReturn(read.data, access) : fail('nothing-chosen')
    },
  },
  dispute: {
    done: 'didDispute',
    async ask(form, { parcel }, photos, access) {
      const amount = { amount: String(readSum(String(form.get('amount') ?? ''))), currency: 'UZS' }
      const said = { parcelId: parcel, amount, reason: form.get('reason'), comment: wordsOf(form), photos }
      const read = openDisputeSchema.safeParse(said)
      return read.success ? openDispute(read.data, access) : fail('bad-amount')
    },
  },
}

/** The form is read once the order has been opened, and its photos are kept before it is asked. */
async function answer(request: Request, kind: string, asked: Asked): Promise<string> {
  const chosen = kinds[kind]
  if (chosen === undefined || !isSameOrigin(request)) return 'not-possible'
  const access = await orderAccess(asked.number, asked.t)
  let form = new FormData()
  const photos = await keepPhotos(
    asked.number,
    async () => {
      const read = await readPictures(request, PHOTOS)
      if (!read.ok) return read
      form = read.value.fields
      return ok(read.value.uploads)
    },
    access,
  )
  if (!photos.ok) return outcomeOf(photos.code)
  const answered = await chosen.ask(form, asked, photos.value, access)
  return answered.ok ? chosen.done : outcomeOf(answered.code)
}

/** The forms of an order's page that carry photos: with files a server action would hold a megabyte at most. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { kind, locale } = await params
  const asked = orderSchema.parse({ ...Object.fromEntries(new URL(request.url).searchParams), locale })
  const outcome = await answer(request, kind, asked)
  const query = new URLSearchParams({ ...(asked.t && { t: asked.t }), outcome })
  const place = `/${asked.locale}/orders/${encodeURIComponent(asked.number)}?${query}`
  return new Response(null, { status: 303, headers: { Location: place, 'Cache-Control': 'private, no-store' } })
}
