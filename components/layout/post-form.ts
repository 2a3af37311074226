/** Posts a form as its button would, but stays on the page: the answer when it was done, else null. */
export async function postForm(
  form: HTMLFormElement,
  button: HTMLElement | null,
  action: string,
): Promise<Response | null> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') body.append(name, value)
  try {
    const response = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } })
    return response.ok ? response : null
  } catch {
    return null
  }
}
