'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

/** Until the last of some events that come together. */
const SOON = 400

/** Reads the page again when something happens in the shop, and says so to those who do not see it. */
export function LiveDesk({ label, updated }: { label: string; updated: string }) {
  const router = useRouter()
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const stream = new EventSource('/api/live?shop=me')
    let lost = false
    let soon: ReturnType<typeof setTimeout> | undefined
    // One decision tells of several events: reading again for each, beside the answer of a form, showed the old state.
    const refresh = () => {
      clearTimeout(soon)
      soon = setTimeout(() => {
        setChanges((count) => count + 1)
        router.refresh()
      }, SOON)
    }
    stream.addEventListener('change', refresh)
    // What came while the connection was away was told to nobody.
    stream.onerror = () => (lost = true)
    stream.onopen = () => {
      if (lost) refresh()
      lost = false
    }
    return () => {
      clearTimeout(soon)
      stream.close()
    }
  }, [router])
  return (
    <>
      <p className="small muted row">
        <span className="inline-block size-2 rounded-full bg-turq-glaze" aria-hidden="true" />
        {label}
      </p>
      <p className="sr" role="status">
        {changes === 0 ? '' : updated}
      </p>
    </>
  )
}
