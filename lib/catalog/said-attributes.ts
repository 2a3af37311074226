import { type AttributeRule, plainWord, type ReadAttribute, readAttributeValue } from './attribute-rules'
import type { GoodsVariant, GoodsWarning, SaidAttribute } from './goods'
import type { AttributeValue } from './seller-product'

type Values = Record<string, AttributeValue>

/** As a file has it: a number stays one, several values stand beside each other. */
export const writeAttribute = (value: AttributeValue): string | number => {
  if (typeof value === 'number') return value
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value].flat().join(' | ')
}

/** `material (Материал)` is its code with its label for people; alone, either will do. */
const callings = (name: string): string[] => [name.replace(/\s*\(.*$/s, ''), name].map(plainWord)

/** A code goes before the names of others. */
function ruleCalled(name: string, rules: readonly AttributeRule[]): AttributeRule | undefined {
  const [short = '', whole = ''] = callings(name)
  const called = (word: string) => [short, whole].includes(word)
  return (
    rules.find(({ code }) => called(code)) ??
    rules.find((rule) => Object.values(rule.name).some((label) => label !== undefined && called(plainWord(label))))
  )
}

const hasOptions = ({ type, options }: AttributeRule) =>
  (type === 'choice' || type === 'colour') && Object.keys(options).length > 0

const MAX_TEXT = 200

/** One value, or several where the attribute can have them. */
function readCell(text: string, rule: AttributeRule): ReadAttribute {
  const whole = readAttributeValue(text, rule)
  if (rule.type === 'number' || rule.type === 'boolean') return whole
  if (hasOptions(rule) && 'value' in whole) return whole
  const parts = text.split(hasOptions(rule) ? /[|,;]/ : ' | ').flatMap((part) => part.trim() || [])
  const read = parts.length > 1 ? readAttributeValue(parts, rule) : whole
  const long = 'value' in read && [read.value].flat().some((one) => String(one).length > MAX_TEXT)
  return long || parts.length > 40 ? { problem: 'not-a-text' } : read
}

function allowedBy({ type, unit, options }: AttributeRule): string {
  if (type === 'boolean') return 'yes, no'
  if (type === 'number') return unit === null ? '1,5' : `1,5 ${unit}`
  const codes = Object.keys(options)
  if (type === 'text' || codes.length === 0) return `≤ ${MAX_TEXT}`
  return codes.length > 8 ? `${codes.slice(0, 8).join(', ')}…` : codes.join(', ')
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
const toldOf = ({ column, value }: SaidAttribute, rule: AttributeRule) =>
  `${cut(column)} = «${cut(value)}» → ${allowedBy(rule)}`

type ReadSaid = {
  values: Values
  /** Attributes that came instead of these options. */
  options: string[]
  warnings: GoodsWarning[]
  /** Of attributes that goods of the category must have. */
  wrong: string[]
}

/** What a file says of attributes, by the rules of the category; what is there as it was written is not asked again. */
export function readSaid(said: readonly SaidAttribute[], rules: readonly AttributeRule[], before: Values): ReadSaid {
  const read: ReadSaid = { values: {}, options: [], warnings: [], wrong: [] }
  for (const one of said) {
    const rule = ruleCalled(one.name, rules)
    const code = rule?.code ?? callings(one.name)[0] ?? ''
    const old = before[code]
    // The brand has a column of its own in every format.
    if (code === 'brand' || (old !== undefined && String(writeAttribute(old)).trim() === one.value)) continue
    if (rule) takeOne(one, rule, read)
    else if (one.binding)
      read.warnings.push({
        line: one.line,
        code: 'attribute-foreign',
        value: `${cut(one.column)} = «${cut(one.value)}»`,
      })
    else if (one.rows !== undefined && one.option === undefined)
      read.warnings.push({ line: one.line, code: 'attribute-unknown', value: cut(one.name), rows: one.rows })
  }
  return read
}

function takeOne(one: SaidAttribute, rule: AttributeRule, { values, options, warnings, wrong }: ReadSaid): void {
  if (values[rule.code] !== undefined) return
  const cell = readCell(one.value, rule)
  if ('value' in cell) {
    values[rule.code] = cell.value
    if (one.option !== undefined) options.push(one.option)
  } else if (rule.required) wrong.push(toldOf(one, rule))
  else warnings.push({ line: one.line, code: 'attribute-left', value: toldOf(one, rule) })
}

/** New goods whose variants differ in what an attribute means by another name have all of its values. */
export function readAxes(variants: readonly GoodsVariant[], rules: readonly AttributeRule[]): Values {
  const axes = [...new Set(variants.flatMap(({ options }) => Object.keys(options)))]
  const found = axes.flatMap((axis) => {
    const rule = ruleCalled(axis, rules)
    if (!rule || rule.code === axis || !hasOptions(rule) || variants.length < 2) return []
    const read = readAttributeValue(
      variants.map(({ options }) => options[axis] ?? ''),
      rule,
    )
    return 'value' in read ? [[rule.code, read.value] as const] : []
  })
  return Object.fromEntries(found)
}
