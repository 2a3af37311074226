'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The server says that something happened; the page is read again. Without a script it is read at the next visit. */
export function LiveRefresh({ url }: { url: string }) {
  const router = useRouter()
  useEffect(() => {
    const stream = new EventSource(url)
    const read = () => router.refresh()
    stream.addEventListener('change', read)
    return () => stream.close()
  }, [url, router])
  return null
}
