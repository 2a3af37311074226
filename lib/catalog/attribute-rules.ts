import type { Texts } from '@/lib/i18n'
import { sameUnit } from '@/lib/i18n/units'
import type { AttributeValue } from './seller-product'

export const attributeTypes = ['text', 'number', 'choice', 'boolean', 'colour'] as const
export type AttributeType = (typeof attributeTypes)[number]

export type AttributeOptions = Record<string, Texts & { hex?: string }>

/** An attribute as goods of one category have it. */
export type AttributeRule = {
  code: string
  name: Texts
  type: AttributeType
  /** Of numbers: «W», «kg». */
  unit: string | null
  options: AttributeOptions
  filterable: boolean
  required: boolean
  /** Slug of the category that it was attached to; another than the product's own: inherited. */
  from: string
}

/** `field` is where it stands in a form, a request or a file: `attributes.power`. */
export type FieldProblem = {
  field: string
  problem:
    | 'required'
    | 'not-a-text'
    | 'not-a-number'
    | 'not-yes-or-no'
    | 'not-a-choice'
    | 'bad-gtin'
    | 'gtin-taken'
    | 'bad-ikpu'
    | 'bad-video'
    | 'bad-origin'
  value?: string
  /** Of a choice: what it can be. */
  allowed?: string[]
}

/** Case, apostrophes and spaces are written in many ways. */
export const plainWord = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[ʻʼ‘’`']/g, '')
    .replace(/\s+/g, ' ')

const yes = new Set(['true', 'yes', '1', 'ha', 'bor', 'да', 'есть'])
const no = new Set(['false', 'no', '0', 'yoq', 'нет'])

/** By code, or as it is called in any of the languages. */
function optionOf(rule: AttributeRule, said: string): string | null {
  if (Object.hasOwn(rule.options, said)) return said
  const asked = plainWord(said)
  const named = ([code, { hex: _, ...names }]: [string, AttributeOptions[string]]) =>
    [code, ...Object.values(names)].some((name) => plainWord(name ?? '') === asked)
  return Object.entries(rule.options).find(named)?.[0] ?? null
}

export type ReadAttribute = { value: AttributeValue } | { problem: FieldProblem['problem']; allowed?: string[] }

function readNumber(value: AttributeValue, { unit }: AttributeRule): ReadAttribute {
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { problem: 'not-a-number' }
  const text = String(value)
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
  const [, number = '', said = ''] = /^([-+]?[\d.,]*)(.*)$/.exec(text) ?? []
  const bare = said === '' || (unit !== null && sameUnit(said, unit)) ? number : text
  return /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(bare)
    ? { value: Number(bare.replace(',', '.')) }
    : { problem: 'not-a-number' }
}

function readBoolean(value: AttributeValue): ReadAttribute {
  if (typeof value === 'boolean') return { value }
  const said = plainWord(String(value))
  if (yes.has(said)) return { value: true }
  return no.has(said) ? { value: false } : { problem: 'not-yes-or-no' }
}

function readChoice(value: AttributeValue, rule: AttributeRule): ReadAttribute {
  const found = [value].flat().map((one) => optionOf(rule, String(one)))
  const codes = [...new Set(found.filter((one) => one !== null))]
  if (codes.length === 0 || found.includes(null)) return { problem: 'not-a-choice', allowed: Object.keys(rule.options) }
  return { value: Array.isArray(value) ? codes : (codes[0] ?? '') }
}

export function readAttributeValue(value: AttributeValue, rule: AttributeRule): ReadAttribute {
  if (rule.type === 'number') return readNumber(value, rule)
  if (rule.type === 'boolean') return readBoolean(value)
  // A choice that the market has not described yet takes what is written.
  if (rule.type !== 'text' && Object.keys(rule.options).length > 0) return readChoice(value, rule)
  return typeof value === 'boolean' ? { problem: 'not-a-text' } : { value }
}

/**
 * Values as they are kept: choices by their code, numbers as numbers. Attributes that the category does not have stay
 * as they were written: nobody has said what they should be.
 */
export function readAttributeValues(
  said: Readonly<Record<string, AttributeValue>>,
  rules: readonly AttributeRule[],
): { values: Record<string, AttributeValue>; problems: FieldProblem[] } {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]))
  const problems: FieldProblem[] = []
  const values: Record<string, AttributeValue> = {}
  for (const [code, value] of Object.entries(said)) {
    const rule = byCode.get(code)
    const read = rule ? readAttributeValue(value, rule) : { value }
    if ('value' in read) values[code] = read.value
    else problems.push({ field: `attributes.${code}`, value: String(value), ...read })
  }
  return { values, problems }
}

type Publishable = {
  attributes: Readonly<Record<string, AttributeValue>>
  variants: readonly { sku: string; options: Readonly<Record<string, string>>; ikpu: string | null }[]
}

/** What a product lacks before it can be shown; an axis of its variants says its attribute, too. */
export function missingToPublish(
  { attributes, variants }: Publishable,
  rules: readonly AttributeRule[],
  needsIkpu: boolean,
): FieldProblem[] {
  const said = (code: string) =>
    attributes[code] !== undefined || (variants.length > 0 && variants.every(({ options }) => options[code]))
  const lacking = rules.filter(({ required, code }) => required && !said(code))
  const codeless = needsIkpu ? variants.filter(({ ikpu }) => ikpu === null) : []
  return [
    ...lacking.map(({ code }) => ({ field: `attributes.${code}`, problem: 'required' as const })),
    ...codeless.map(({ sku }) => ({ field: `variants.${sku}.ikpu`, problem: 'required' as const })),
  ]
}
