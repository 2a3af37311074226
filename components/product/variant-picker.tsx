import { type Choice, isOut } from '@/components/product/choose-variant'
import { Thumb } from '@/components/product/picture'
import type { OptionAxis, Picture } from '@/lib/catalog/schema'

type Props = {
  axes: readonly OptionAxis[]
  images: readonly Picture[]
  choices: readonly Choice[]
  current: Choice
  soldOut: string
  onPick: (code: string, value: string) => void
}

type Value = OptionAxis['values'][number]

function Option({ axis, value, props }: { axis: OptionAxis; value: Value; props: Props }) {
  const on = props.current.options[axis.code] === value.value
  const out = isOut(props.choices, props.current, axis.code, value.value)
  const image = value.image === null ? undefined : props.images[value.image]
  const state = `${on ? ' on' : ''}${out ? ' out' : ''}`
  return (
    <label className={image === undefined ? `opt${state}` : `optpic${state}`}>
      <input
        type="radio"
        className="sr"
        name={`axis-${axis.code}`}
        // Belongs to no form: the choice travels as variantId alone.
        form="no-form"
        checked={on}
        onChange={() => props.onPick(axis.code, value.value)}
      />
      {image === undefined ? value.label : <Thumb imageKey={image.key} alt={value.label} />}
      {out ? <small className={image === undefined ? undefined : 'sr'}>{props.soldOut}</small> : null}
    </label>
  )
}

/** One group of radios per axis; a value that is out stays choosable and says so. */
export function VariantPicker(props: Props) {
  return props.axes.map((axis) => (
    <fieldset key={axis.code} className="axis">
      <legend className="small">
        <span className="muted">{axis.label}:</span>{' '}
        <b className="strong">{axis.values.find((value) => value.value === props.current.options[axis.code])?.label}</b>
      </legend>
      <div className="opts">
        {axis.values.map((value) => (
          <Option key={value.value} axis={axis} value={value} props={props} />
        ))}
      </div>
    </fieldset>
  ))
}
