/** A file for machines that shared caches keep for an hour. */
export const cachedText = (text: string, type: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=0, s-maxage=3600, stale-while-revalidate=86400',
    },
  })
