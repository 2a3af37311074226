'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = { link: string; title: string; label: string; copy: string; copied: string; share: string }

/** Phones share it, desks copy it; without a script the field is there to be marked. */
export function CopyLink({ link, title, label, copy, copied, share }: Props) {
  const [done, setDone] = useState(false)
  const put = async () => {
    await navigator.clipboard.writeText(link)
    setDone(true)
  }
  const send = async () => {
    if (!navigator.share) return put()
    // Whoever closes the phone's own sheet has changed their mind.
    await navigator.share({ title, url: link }).catch(() => undefined)
  }
  return (
    <div className="row flex-wrap gap-2">
      <input
        className="field num min-h-11 min-w-0 grow rounded-md border border-line bg-sunk px-3"
        readOnly
        value={link}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button kind="solid" type="button" onClick={put}>
        {done ? copied : copy}
      </Button>
      <Button kind="line" type="button" onClick={send}>
        {share}
      </Button>
      <span className="sr" role="status">
        {done ? copied : ''}
      </span>
    </div>
  )
}
