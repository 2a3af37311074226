const MAX_LENGTH = 8_192

/** Keys whose values are secrets of ours or say who somebody is: providers send both. */
const hidden =
  /^(password|secret|client_secret|token|authorization|key|sign_string|card|pan|cvc|phone|email|receipt_email|name|address|billing_details|customer_details|shipping|shipping_details)$/i
const CENSORED = '[redacted]'

const redact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, hidden.test(key) && inner !== null ? CENSORED : redact(inner)]),
  )
}

function redactForm(text: string): string {
  const form = new URLSearchParams(text)
  for (const key of new Set(form.keys())) if (hidden.test(key)) form.set(key, CENSORED)
  return form.toString()
}

/** A callback's body as it may be kept: cut, without secrets and personal data. What cannot be read is not kept. */
export function redactBody(text: string): string {
  let kept: string
  try {
    kept = JSON.stringify(redact(JSON.parse(text)))
  } catch {
    kept = /^[\w.-]+=[^{}]*$/.test(text) ? redactForm(text) : `[unreadable, ${text.length} characters]`
  }
  return kept.replaceAll('\u0000', '').slice(0, MAX_LENGTH)
}
