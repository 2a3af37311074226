import { env } from '@/lib/kernel/env'

/** Every refusal that REST can answer: its status and the sentence that never changes for it. */
export const problems = {
  moved: [308, 'It has another address now'],
  'invalid-request': [400, 'The request does not match its description'],
  'invalid-json': [400, 'The body is not valid JSON in UTF-8'],
  'invalid-cursor': [400, 'The cursor is not one that we gave'],
  'idempotency-key-required': [400, 'This call needs an Idempotency-Key header'],
  unauthorized: [401, 'A valid bearer token is needed'],
  forbidden: [403, 'The token does not allow this'],
  'not-found': [404, 'There is no such thing here'],
  'method-not-allowed': [405, 'This address does not know that method'],
  'out-of-stock': [409, 'There is not enough in stock'],
  'price-changed': [409, 'The total is no longer what was expected'],
  'not-enough-credit': [409, 'There is less store credit than that'],
  'wrong-credit': [409, 'This order cannot be paid with that much store credit'],
  'cart-full': [409, 'The cart holds as many goods as it can'],
  'cart-closed': [409, 'The cart has already become an order'],
  'empty-order': [409, 'There is nothing to order'],
  'already-shipped': [409, 'A parcel is already on its way'],
  'wrong-status': [409, 'The present status does not allow this'],
  'not-paid': [409, 'It is not paid yet'],
  'refund-too-large': [409, 'Not so much is left to give back'],
  'nothing-to-refund': [409, 'Nothing is left to give back'],
  'not-delivered': [409, 'It has not been delivered'],
  'return-too-large': [409, 'Not so many pieces are left to come back'],
  'return-too-late': [409, 'The time for returns is over'],
  'deduction-too-large': [409, 'No more can be withheld than the goods are worth'],
  'wrong-code': [409, 'This is not the delivery code'],
  'too-many-tries': [409, 'The delivery code was tried too often'],
  cancelled: [409, 'It is cancelled'],
  completed: [409, 'It is completed'],
  'coupon-exhausted': [409, 'The coupon is used up'],
  'coupon-used': [409, 'This phone has had the coupon as often as it may'],
  'coupon-minimum': [409, 'The goods that the coupon is for cost too little'],
  'coupon-not-for-these': [409, 'The coupon is not for these goods'],
  'coupon-not-for-you': [409, 'The coupon is for first orders, or for those who bought before'],
  'sku-taken': [409, 'Another product has this SKU'],
  'slug-taken': [409, 'Another product has this address'],
  'variant-held': [409, 'Orders or bundles hold this variant, or it is the last one'],
  'gtin-taken': [409, 'The shop already sells goods with this GTIN'],
  'idempotency-key-in-use': [409, 'The first request with this key is still running'],
  gone: [410, 'It was here and is no more'],
  'too-large': [413, 'The body is larger than 1 MB'],
  'picture-too-large': [413, 'The picture is larger than 10 MB'],
  'file-too-large': [413, 'The file is larger than 64 MB'],
  'unsupported-media-type': [415, 'The body must be application/json'],
  'picture-kind': [415, 'Pictures are JPEG, PNG, WebP or GIF; SVG, AVIF and HEIF are not taken'],
  'idempotency-key-reused': [422, 'This key was used with another body'],
  'address-required': [422, 'This delivery needs an address'],
  'unknown-delivery': [422, 'Each shop of the cart needs one delivery method that it offers'],
  'unknown-address': [422, 'There is no such region or district'],
  'unknown-coupon': [422, 'There is no such coupon'],
  'wrong-currency': [422, 'It was paid in another currency'],
  'amount-too-large': [422, 'The provider does not take that much: another one does'],
  'cash-unavailable': [422, 'This order cannot be paid at the door: another way can'],
  'below-minimum-order': [422, 'Fewer pieces than are sold at once'],
  'not-a-multiple': [422, 'It is sold in whole packs only'],
  'false-discount': [422, 'The old price is above the lowest of the 30 days before'],
  'bad-bundle': [422, 'A bundle consists of other goods of the same shop that are no bundles'],
  'bundle-stock': [422, 'The stock of a bundle is that of its parts'],
  'unknown-category': [422, 'There is no such category'],
  'empty-picture': [422, 'There is no picture in it'],
  'mislabelled-picture': [422, 'The file is not what its name or type says'],
  'broken-picture': [422, 'The picture is broken or cut off'],
  'too-many-pixels': [422, 'The picture has more than 40 megapixels'],
  'too-many-frames': [422, 'The picture moves for too long: 200 frames are the most'],
  'too-many-pictures': [422, 'There are too many pictures in it'],
  'unknown-picture': [422, 'There is no such picture in this shop'],
  'picture-text-missing': [422, 'Each picture needs its text in every language of the product'],
  'ambiguous-variants': [422, 'Two variants share their SKU or their options'],
  'invalid-fields': [422, 'Some values are not what their fields take'],
  'not-ready': [422, 'Something is missing before it can be shown'],
  'incomplete-variant': [422, 'A new variant needs its price'],
  'unreadable-file': [422, 'The file is no CSV, XLSX or YML'],
  'empty-file': [422, 'The file has no rows'],
  'mapping-incomplete': [422, 'A column for the title and one for the price are needed'],
  'currency-needed': [422, 'Prices are never guessed: say their currency'],
  'bad-rate': [422, 'A foreign currency needs how many soʻm one of it is'],
  'too-many-uploads': [429, 'Too many uploads'],
  'too-many-requests': [429, 'Too many requests'],
  'internal-error': [500, 'Something broke on our side'],
  unavailable: [503, 'We cannot answer right now'],
  'no-room': [507, 'There is no room for the file right now'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

type Extra = { requestId?: string; detail?: Record<string, unknown>; headers?: Record<string, string> }

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** A refusal that the table does not name is one of the state: 409, and its code is its title. */
export const statusOf = (code: string): number => (isKnown(code) ? problems[code][0] : 409)

export const titleOf = (code: string): string => (isKnown(code) ? problems[code][1] : code.replaceAll('-', ' '))

export const problemBody = (code: string, { requestId, detail }: Extra = {}) => ({
  ...detail,
  type: `${env.APP_URL}/api/v1/docs#${code}`,
  title: titleOf(code),
  status: statusOf(code),
  code,
  ...(requestId ? { requestId } : {}),
})

/** RFC 9457; carries a code and never a stack. */
export const problem = (code: string, extra: Extra = {}): Response =>
  new Response(JSON.stringify(problemBody(code, extra)), {
    status: statusOf(code),
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'private, no-store',
      ...(extra.requestId ? { 'X-Request-Id': extra.requestId } : {}),
      ...extra.headers,
    },
  })
