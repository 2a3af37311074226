import { postForm } from '@/components/layout/post-form'

function paint(heart: HTMLButtonElement, full: boolean): void {
  heart.setAttribute('aria-pressed', String(full))
  heart.name = full ? 'drop' : 'save'
}

const hearts = (id?: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('[data-heart]')].filter(
    ({ value }) => id === undefined || value === id,
  )

/** The hearts of a static page are empty until it is known whose they are. */
export function paintHearts(saved: readonly string[]): void {
  const full = new Set(saved)
  for (const heart of hearts()) paint(heart, full.has(heart.value))
}

/** Shown at once, on every card of the same thing, and taken back when it could not be kept. */
export async function pressHeart(form: HTMLFormElement, heart: HTMLButtonElement): Promise<boolean> {
  const full = heart.name === 'save'
  const kept = postForm(form, heart, heart.formAction)
  for (const same of hearts(heart.value)) paint(same, full)
  if ((await kept) !== null) return true
  for (const same of hearts(heart.value)) paint(same, !full)
  return false
}
