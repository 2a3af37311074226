import { answerClick } from '@/lib/plugins/click'
import { clientAddress } from '@/lib/rest/address'

const handler = (request: Request): Promise<Response> => answerClick(request, 'complete', clientAddress(request))

export const GET = handler
export const POST = handler
export const PUT = handler
export const PATCH = handler
export const DELETE = handler
export const OPTIONS = handler
