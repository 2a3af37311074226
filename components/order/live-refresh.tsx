'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The server says that something happened; the page is read again. Without a script it is read at the next visit. */
export function LiveRefresh({ url }: { url: string }) {
  const router = useRouter()
  useEffect(() => {
    const stream = new EventSource(url)
    let soon: ReturnType<typeof setTimeout> | undefined
    // One decision tells of several events; the page is read once, after the last of them.
    const read = () => {
      clearTimeout(soon)
      soon = setTimeout(() => router.refresh(), 400)
    }
    stream.addEventListener('change', read)
    return () => {
      clearTimeout(soon)
      stream.close()
    }
  }, [url, router])
  return null
}
