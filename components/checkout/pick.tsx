import type { ReactNode } from 'react'

type Pick = {
  name: string
  value: string
  checked: boolean
  /** Not now; the note says why. */
  disabled?: boolean
  label: string
  note: string
  side: ReactNode
  onPick?: () => void
}

/** A radio as large as its words; the border follows the radio itself, so it works without JavaScript. */
export function Pick({ name, value, checked, disabled = false, label, note, side, onPick }: Pick) {
  return (
    <label className="pick cursor-pointer has-checked:border-cobalt has-checked:bg-cobalt-soft has-disabled:cursor-not-allowed has-disabled:bg-sunk">
      <input
        type="radio"
        className="size-5 accent-cobalt"
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        onChange={onPick}
        required
      />
      <span>
        <b className="strong block">{label}</b>
        <span className="small muted">{note}</span>
      </span>
      <span className="num strong">{side}</span>
    </label>
  )
}
