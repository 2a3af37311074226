import { answerStripe } from '@/lib/plugins/stripe'
import { clientAddress } from '@/lib/rest/address'

export const POST = (request: Request): Promise<Response> => answerStripe(request, clientAddress(request))
