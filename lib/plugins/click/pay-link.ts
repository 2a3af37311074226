import { writeSom } from './som'

export type PayLink = {
  serviceId: string
  merchantId: string
  merchantUserId?: string | undefined
  number: string
  /** Tiyin. */
  amount: number
  returnUrl: string
}

const PAY = 'https://my.click.uz/services/pay/'

/** The link is not signed and the way back proves nothing: only Complete is a payment. */
export function payLink({ serviceId, merchantId, merchantUserId, number, amount, returnUrl }: PayLink): string {
  const query = new URLSearchParams({
    service_id: serviceId,
    merchant_id: merchantId,
    amount: writeSom(amount),
    transaction_param: number,
    return_url: returnUrl,
    ...(merchantUserId ? { merchant_user_id: merchantUserId } : {}),
  })
  return `${PAY}?${query}`
}
