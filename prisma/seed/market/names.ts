import type { Family } from './line'
import type { Words } from './words'

const craft: readonly Words[] = [
  ['Koʻk gumbaz', 'Синий купол', 'Blue Dome'],
  ['Anor guli', 'Цветок граната', 'Pomegranate Flower'],
  ['Bahor', 'Весна', 'Spring'],
  ['Registon', 'Регистан', 'Registan'],
  ['Lola sayli', 'Праздник тюльпанов', 'Tulip Festival'],
  ['Oydin kecha', 'Лунная ночь', 'Moonlit Night'],
  ['Ichan qalʼa', 'Ичан-Кала', 'Ichan Kala'],
  ['Bodom', 'Миндаль', 'Almond'],
  ['Zarafshon', 'Зарафшан', 'Zarafshan'],
  ['Qirq qiz', 'Сорок девушек', 'Forty Maidens'],
  ['Tong nuri', 'Свет утра', 'Morning Light'],
  ['Shahrizoda', 'Шахерезада', 'Scheherazade'],
  ['Ipak yoʻli', 'Шёлковый путь', 'Silk Road'],
  ['Chorsu', 'Чорсу', 'Chorsu'],
  ['Humo', 'Птица Хумо', 'Humo Bird'],
  ['Navbahor', 'Новая весна', 'New Spring'],
  ['Afrosiyob', 'Афрасиаб', 'Afrasiab'],
  ['Tovus', 'Павлин', 'Peacock'],
  ['Yulduzli tun', 'Звёздная ночь', 'Starry Night'],
  ['Sitorai', 'Ситораи', 'Sitorai'],
  ['Gulzor', 'Цветник', 'Flower Garden'],
  ['Amudaryo', 'Амударья', 'Amu Darya'],
  ['Minor', 'Минарет', 'Minaret'],
  ['Sumalak', 'Сумаляк', 'Sumalak'],
  ['Qaldirgʻoch', 'Ласточка', 'Swallow'],
  ['Feruza', 'Бирюза', 'Turquoise Stone'],
  ['Yetti iqlim', 'Семь краёв', 'Seven Climes'],
  ['Oltin kuz', 'Золотая осень', 'Golden Autumn'],
  ['Chimyon', 'Чимган', 'Chimgan'],
  ['Kashmir yoʻli', 'Дорога в Кашмир', 'Kashmir Road'],
  ['Bogʻi shamol', 'Сад ветров', 'Garden of Winds'],
  ['Navoiy', 'Навои', 'Navoi'],
  ['Dilorom', 'Дилором', 'Dilorom'],
  ['Sharq taronasi', 'Мелодии Востока', 'Eastern Melodies'],
  ['Orol', 'Арал', 'Aral'],
  ['Qizilqum', 'Кызылкум', 'Kyzylkum'],
  ['Ulugʻbek', 'Улугбек', 'Ulugh Beg'],
  ['Nargis', 'Нарцисс', 'Narcissus'],
  ['Toʻrt fasl', 'Четыре времени года', 'Four Seasons'],
  ['Karvon', 'Караван', 'Caravan'],
  ['Samo', 'Небо', 'Sky'],
]
const taste: readonly Words[] = [
  ['Oltin vodiy', 'Золотая долина', 'Golden Valley'],
  ['Bogʻbon', 'Садовник', 'The Gardener'],
  ['Zomin', 'Заамин', 'Zaamin'],
  ['Mehmon', 'Гость', 'The Guest'],
  ['Saxovat', 'Щедрость', 'Plenty'],
  ['Quyosh', 'Солнце', 'Sunshine'],
  ['Ona bogʻi', 'Мамин сад', 'Mother’s Garden'],
  ['Asl', 'Настоящий', 'The Original'],
  ['Dasturxon', 'Дастархан', 'Dasturkhan'],
  ['Togʻ shabadasi', 'Горный ветер', 'Mountain Breeze'],
  ['Navroʻz', 'Навруз', 'Navruz'],
]
const care: readonly Words[] = [
  ['Lola', 'Лола', 'Lola'],
  ['Atirgul', 'Чайная роза', 'Tea Rose'],
  ['Oʻrik guli', 'Цвет абрикоса', 'Apricot Blossom'],
  ['Shabnam', 'Роса', 'Dew'],
  ['Rayhon', 'Райхон', 'Basil'],
  ['Ipak tola', 'Шёлковая нить', 'Silk Thread'],
  ['Oq nilufar', 'Белая лилия', 'White Lily'],
  ['Sumbula', 'Сумбула', 'Sumbula'],
  ['Yalpiz', 'Мята', 'Mint'],
  ['Tong', 'Утро', 'Morning'],
  ['Zilol', 'Чистый родник', 'Clear Spring'],
]
const book: readonly Words[] = [
  ['Anor bogʻida qish', 'Зима в гранатовом саду', 'Winter in the Pomegranate Garden'],
  ['Choyxonadagi suhbat', 'Разговор в чайхане', 'A Talk at the Teahouse'],
  ['Ipak yoʻlining soʻnggi karvoni', 'Последний караван Шёлкового пути', 'The Last Caravan'],
  ['Bobomning sandigʻi', 'Дедушкин сундук', 'Grandfather’s Chest'],
  ['Koʻk gumbaz ostida', 'Под синим куполом', 'Under the Blue Dome'],
  ['Yetti kulcha', 'Семь лепёшек', 'Seven Loaves'],
  ['Daryo qirgʻogʻida', 'На берегу реки', 'By the River'],
  ['Oq kabutar', 'Белый голубь', 'The White Dove'],
  ['Bozor kuni', 'Базарный день', 'Market Day'],
  ['Onamning dasturxoni', 'Мамин дастархан', 'My Mother’s Table'],
  ['Yulduzlar bekati', 'Станция звёзд', 'The Station of Stars'],
  ['Qaldirgʻoch uyasi', 'Гнездо ласточки', 'The Swallow’s Nest'],
  ['Bahor maktublari', 'Весенние письма', 'Letters in Spring'],
]
const play: readonly Words[] = [
  ['Quyoncha', 'Зайчик', 'Bunny'],
  ['Kamalak', 'Радуга', 'Rainbow'],
  ['Qalʼa', 'Крепость', 'Fortress'],
  ['Karvon', 'Караван', 'Caravan'],
  ['Zukko', 'Умница', 'Bright Spark'],
  ['Bogʻcha', 'Садик', 'Little Garden'],
  ['Anorjon', 'Гранатик', 'Little Pomegranate'],
]

const brands = ['Navro', 'Sado', 'Yulduz', 'Qanot', 'Zarra'] as const
const series = ['A', 'S', 'N', 'Q', 'X'] as const
export type Name = { words: Words; brand?: string }

/** A model's name reads the same in every language. */
const model = (n: number): Name => {
  const brand = brands[n % brands.length] ?? 'Navro'
  const text = `${brand} ${series[Math.floor(n / brands.length) % series.length] ?? 'A'}${3 + ((n * 7) % 29)}`
  return { words: [text, text, text], brand }
}

const lists: Partial<Record<Family, readonly Words[]>> = { food: taste, tea: taste, beauty: care, book, toy: play }
const modelled: readonly Family[] = ['tech', 'appliance', 'light']

/** How many names a family has before they come round again. */
export const namesIn = (family: Family): number => (modelled.includes(family) ? 25 : (lists[family] ?? craft).length)

export const nameFor = (family: Family, n: number): Name => {
  if (modelled.includes(family)) return model(n)
  const list = lists[family] ?? craft
  const words = list[n % list.length] ?? craft[0]
  if (words === undefined) throw new RangeError('no names')
  return { words }
}
