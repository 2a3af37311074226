'use client'

import { useState } from 'react'
import { sendPicture } from '@/components/seller/pictures/send-picture'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { pictureTypes } from '@/lib/files/schema'
import { fill, type Locale } from '@/lib/i18n'
import { picturesText } from '@/lib/i18n/messages/pictures'

type Sending = { id: number; name: string; percent: number; refused: string | null }
type Props = { locale: Locale; productId: string; room: number; onSent: (key: string) => void }

const toldOf = (code: string, t: Record<string, string>) => t[code] ?? t['failed'] ?? code

/** Several files, one after the other; without a script the same form sends them all at once. */
export function Uploader({ locale, productId, room, onSent }: Props) {
  const t = picturesText[locale]
  const [sending, setSending] = useState<Sending[]>([])
  const [over, setOver] = useState(false)
  const url = `/${locale}/pictures/upload?product=${encodeURIComponent(productId)}`

  async function sendAll(files: readonly File[]) {
    const from = Date.now()
    const chosen = files.slice(0, room).map((file, at) => ({ file, id: from + at }))
    setSending(chosen.map(({ file, id }) => ({ id, name: file.name, percent: 0, refused: null })))
    for (const { file, id } of chosen) {
      const change = (part: Partial<Sending>) =>
        setSending((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
      const { keys, refused } = await sendPicture(url, file, (percent) => change({ percent }))
      change({ percent: 100, refused })
      for (const key of keys) onSent(key)
    }
  }

  return (
    <form action={url} method="post" encType="multipart/form-data" className="panel mt-4 stack gap-3!">
      <label
        className={over ? 'dropzone over' : 'dropzone'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void sendAll([...event.dataTransfer.files])
        }}
      >
        <Icon name="share" />
        <span className="btn line">{t.choose}</span>
        <span className="muted small only-script">{t.drop}</span>
        <input
          type="file"
          name="file"
          title={t.choose}
          multiple
          required
          accept={pictureTypes}
          onChange={(event) => {
            void sendAll([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      <p className="small muted">{t.rules}</p>
      <noscript>
        <Button kind="solid" type="submit">
          {t.sendChosen}
        </Button>
      </noscript>
      <ul className="small stack gap-1!" aria-live="polite">
        {sending.map(({ id, name, percent, refused }) => (
          <li key={id} className={refused === null ? undefined : 'text-bad'}>
            {refused === null
              ? fill(percent < 100 ? t.sending : t.sent, { name, percent })
              : `${name}: ${toldOf(refused, t)}`}
            {refused === null && percent < 100 ? <progress className="bar-line" max={100} value={percent} /> : null}
          </li>
        ))}
      </ul>
    </form>
  )
}
