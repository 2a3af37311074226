'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The server says that something happened; the page is read again. Without a script it is read at the next visit. */
export function LiveRefresh({ order }: { order: string }) {
  const router = useRouter()
  useEffect(() => {
    const stream = new EventSource(`/api/live?order=${encodeURIComponent(order)}`)
    const read = () => router.refresh()
    stream.addEventListener('message', read)
    stream.addEventListener('change', read)
    return () => stream.close()
  }, [order, router])
  return null
}
