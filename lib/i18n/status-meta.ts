/**
 * For a page that renders in full and yet is not there: the listener in front of Next reads the status out of the head
 * (scripts/serve/compose-answer.mjs), because a static page can say 404 only with an empty document.
 */
export const statusMeta = (status: 404 | 410) => ({
  robots: { index: false, follow: true },
  other: { 'bozor-status': String(status) },
})
