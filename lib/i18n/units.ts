import type { Locale } from '.'

/** `kind` and `size` compare it with others: a litre is 1000 of what a millilitre is one of. */
export type Unit = Record<Locale, string> & { kind: string; size: number; words: readonly string[] }

/** Kind, size, how it is written in Uzbek, Russian and English; behind the bar what people write besides. */
const table = `
mass 0.001 mg мг mg
mass 1 g г g | gr гр gramm gram грамм
mass 1000 kg кг kg | kilogramm kilogram kilo килограмм
mass 1000000 t т t
volume 1 ml мл ml | millilitr millilitre milliliter миллилитр
volume 1000 l л l | litr litre liter литр
length 1 mm мм mm | millimetr millimetre millimeter миллиметр
length 10 sm см cm | santimetr centimetre centimeter сантиметр
length 25.4 dyuym ″ ″ | inch дюйм "
length 1000 m м m | metr metre meter метр
length 1000000 km км km
area 1 sm² см² cm² | sm2 cm2
area 10000 m² м² m² | m2 м2
power 1 Vt Вт W | watt vatt ватт
power 1000 kVt кВт kW | kilovatt kilowatt киловатт
energy 1 Vt·soat Вт·ч Wh
energy 1000 kVt·soat кВт·ч kWh
voltage 1 V В V
voltage 1000 kV кВ kV
current 0.001 mA мА mA
current 1 A А A
charge 1 mAh мА·ч mAh | мач
frequency 1 Hz Гц Hz
frequency 1000 kHz кГц kHz
frequency 1000000 MHz МГц MHz
frequency 1000000000 GHz ГГц GHz
memory 1 KB КБ KB | kilobayt kilobyte килобайт
memory 1000 MB МБ MB | megabayt megabyte мегабайт
memory 1000000 GB ГБ GB | gigabayt gigabyte гигабайт
memory 1000000000 TB ТБ TB | terabayt terabyte терабайт
picture 1 MP Мп MP | megapiksel megapixel мегапиксель
sound 1 dB дБ dB
light 1 lm лм lm
pressure 1 bar бар bar
age 1 oy мес. mo
pieces 1 dona шт. pcs | шт штук pieces
`

function readLine(line: string): Unit {
  const [own = '', others = ''] = line.split(' | ')
  const [kind = '', size, uz = '', ru = '', en = ''] = own.split(' ')
  return { kind, size: Number(size), uz, ru, en, words: others.split(' ').filter(Boolean) }
}

export const units: readonly Unit[] = table.trim().split('\n').map(readLine)

const fold = (text: string) => text.toLowerCase().replace(/[\s.·*]/g, '')

const byName = new Map(
  units.flatMap((unit) => [unit.uz, unit.ru, unit.en, ...unit.words].map((name) => [fold(name), unit] as const)),
)

/** «Вт» is «W»; what the market does not know is the same where it is written so. */
export const sameUnit = (one: string, other: string): boolean =>
  (unitNamed(one) ?? fold(one)) === (unitNamed(other) ?? fold(other))

/** A unit that is known, however it is written: «Вт», «w», «vt.». */
export const unitNamed = (text: string): Unit | null => byName.get(fold(text)) ?? null

/** As a language writes it; what the market does not know stays as the operator wrote it. */
export const spelledUnit = (text: string, locale: Locale): string => unitNamed(text)?.[locale] ?? text
