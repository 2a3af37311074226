/** Posts a form as its button would, but stays on the page: true when it was done. */
export async function postForm(form: HTMLFormElement, button: HTMLElement | null, action: string): Promise<boolean> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') body.append(name, value)
  try {
    return (await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } })).ok
  } catch {
    return false
  }
}
