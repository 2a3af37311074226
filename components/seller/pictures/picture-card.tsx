'use client'

import { FocalPicker } from '@/components/seller/pictures/focal-picker'
import { Badge } from '@/components/ui/badge'
import { Icon, type IconName } from '@/components/ui/icon'
import { fill, type Locale, locales, type Texts } from '@/lib/i18n'
import { picturesText } from '@/lib/i18n/messages/pictures'

export type Edited = {
  key: string
  alt: Texts
  /** Percent from the left and the top. */
  point: [number, number] | null
  fresh: boolean
  own: boolean
}

type Props = {
  picture: Edited
  at: number
  last: boolean
  locale: Locale
  /** Languages in which it has to be described. */
  needed: readonly Locale[]
  onChange: (change: Partial<Edited>) => void
  onMove: (from: number, to: number) => void
  onRemove: () => void
}

/** One picture: what it shows, where its point is, its place in the row. */
export function PictureCard({ picture, at, last, locale, needed, onChange, onMove, onRemove }: Props) {
  const t = picturesText[locale]
  const n = at + 1
  return (
    <li
      className="panel picture"
      data-picture={picture.key}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/x-place', String(at))}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('text/x-place')) event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        const from = event.dataTransfer.getData('text/x-place')
        if (from !== '') onMove(Number(from), at)
      }}
    >
      <input type="hidden" name="key" value={picture.key} />
      <div className="stack gap-2!">
        <FocalPicker
          locale={locale}
          n={n}
          imageKey={picture.key}
          point={picture.point}
          onPoint={(point) => onChange({ point })}
        />
        <Point picture={picture} n={n} locale={locale} onChange={onChange} />
      </div>
      <div className="stack gap-3! min-w-0">
        <div className="row between">
          <span className="row">
            <b>{fill(t.nth, { n })}</b>
            {at === 0 ? <Badge tone="cob">{t.first}</Badge> : null}
            {picture.fresh ? <Badge tone="warn">{t.fresh}</Badge> : null}
          </span>
          <span className="row gap-1!">
            <Press
              name={`up:${picture.key}`}
              icon="left"
              label={fill(t.earlier, { n })}
              off={at === 0}
              onPress={() => onMove(at, at - 1)}
            />
            <Press
              name={`down:${picture.key}`}
              icon="right"
              label={fill(t.later, { n })}
              off={last}
              onPress={() => onMove(at, at + 1)}
            />
            <Press name={`remove:${picture.key}`} icon="bin" label={fill(t.remove, { n })} onPress={onRemove} />
          </span>
        </div>
        {locales.map((language) => (
          <Words
            key={language}
            language={language}
            picture={picture}
            at={at}
            locale={locale}
            needed={needed.includes(language)}
            onChange={onChange}
          />
        ))}
      </div>
    </li>
  )
}

function Words({
  language,
  picture,
  at,
  locale,
  needed,
  onChange,
}: Pick<Props, 'picture' | 'at' | 'locale' | 'onChange'> & { language: Locale; needed: boolean }) {
  const t = picturesText[locale]
  const id = `alt-${language}-${at}`
  const label = fill(needed ? t.needed : t.optional, { label: t.alt, language: t[language] })
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        id={id}
        name={`alt.${language}`}
        lang={language}
        maxLength={300}
        required={needed}
        autoComplete="off"
        placeholder={language === locale && picture.own ? t.altHelp : undefined}
        value={picture.alt[language] ?? ''}
        onChange={(event) => onChange({ alt: { ...picture.alt, [language]: event.target.value } })}
      />
    </div>
  )
}

function Point({ picture, n, locale, onChange }: Pick<Props, 'picture' | 'locale' | 'onChange'> & { n: number }) {
  const t = picturesText[locale]
  const [x, y] = picture.point ?? [null, null]
  const set = (point: [number | null, number | null]) => onChange({ point: [point[0] ?? 50, point[1] ?? 50] })
  const field = (name: 'x' | 'y', label: string, value: number | null) => (
    <label className="small">
      {label}
      <input
        className="input num"
        type="number"
        name={name}
        min={0}
        max={100}
        value={value ?? ''}
        aria-label={`${fill(t.nth, { n })}: ${t.focal}, ${label}`}
        onChange={(event) => {
          const next = Math.min(100, Math.max(0, Number(event.target.value)))
          set(name === 'x' ? [next, y] : [x, next])
        }}
      />
    </label>
  )
  return (
    <div className="points">
      {field('x', t.fromLeft, x)}
      {field('y', t.fromTop, y)}
    </div>
  )
}

type PressProps = { name: string; icon: IconName; label: string; off?: boolean; onPress: () => void }

/** With a script it happens at once; without one the form is sent with what was pressed. */
function Press({ name, icon, label, off = false, onPress }: PressProps) {
  return (
    <button
      className="iconbtn"
      type="submit"
      name="do"
      value={name}
      formNoValidate
      disabled={off}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.preventDefault()
        onPress()
      }}
    >
      <Icon name={icon} small />
    </button>
  )
}
