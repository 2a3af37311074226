import { at, type Dice, diceFor } from './words'

export type Review = { author: string; rating: number; text: string; locale: 'uz' | 'ru'; daysAgo: number }

const uz = {
  5: [
    'Juda chiroyli, rasmdagidan ham yaxshi ekan. Ikki kunda yetib keldi.',
    'Onamga sovgʻa qildim, juda xursand boʻldilar.',
    'Sifati zoʻr, narxiga arziydi. Sotuvchiga rahmat!',
    'Qadoqlash aʼlo: bittasi ham shikastlanmagan.',
    'Ikkinchi marta olyapman, yana olaman.',
    'Kutganimdan ham yaxshi chiqdi, tavsiya qilaman.',
    'Hammasi oʻz vaqtida, kuryer xushmuomala.',
    'Mehmonlar koʻrib, qayerdan olganimni soʻrashdi.',
  ],
  4: [
    'Yaxshi mahsulot, faqat yetkazish bir kun kechikdi.',
    'Sifati yaxshi, rangi ozgina toʻqroq ekan.',
    'Yoqdi, lekin qutisi sal ezilgan edi.',
    'Narxiga yarasha yaxshi narsa.',
  ],
  3: ['Oʻrtacha. Oʻlchami kutganimdan kichikroq.', 'Yomon emas, lekin rasmda boshqacharoq koʻringan edi.'],
} as const
const ru = {
  5: [
    'Очень красиво, вживую даже лучше, чем на фото.',
    'Брала в подарок, все в восторге. Спасибо мастеру!',
    'Качество отличное, пришло за два дня.',
    'Упаковали на совесть, ничего не пострадало.',
    'Заказываю второй раз и снова довольна.',
    'Полностью соответствует описанию, рекомендую.',
    'Доставка точно в срок, курьер вежливый.',
    'Пользуемся каждый день, радует глаз.',
  ],
  4: [
    'Хорошая вещь, но доставка задержалась на день.',
    'Качество хорошее, цвет чуть темнее, чем на фото.',
    'Понравилось, только коробка была немного помята.',
    'За свои деньги — отлично.',
  ],
  3: ['Нормально, но размер оказался меньше, чем ожидал.', 'Неплохо, но на фото выглядело иначе.'],
} as const
const authors = {
  uz: [
    'Madina',
    'Aziza',
    'Sardor',
    'Nilufar',
    'Bekzod',
    'Zilola',
    'Jahongir',
    'Sevara',
    'Ulugʻbek',
    'Gulnora',
    'Shahnoza',
    'Oybek',
    'Mohira',
    'Farruh',
    'Kamola',
    'Islom',
  ],
  ru: [
    'Наталья',
    'Андрей',
    'Елена',
    'Тимур',
    'Динара',
    'Ольга',
    'Руслан',
    'Камилла',
    'Сергей',
    'Эльвира',
    'Марина',
    'Артур',
  ],
} as const
const initials = {
  uz: ['A.', 'M.', 'R.', 'Sh.', 'T.', 'X.', 'Yu.', 'Q.'],
  ru: ['А.', 'В.', 'К.', 'М.', 'Р.', 'С.', 'Т.', 'Х.'],
} as const

const stars = (dice: Dice, mood: number): 5 | 4 | 3 => {
  const roll = dice.real()
  return roll < mood ? 5 : roll < mood + (1 - mood) * 0.75 ? 4 : 3
}

/** One sentence, or two different ones: so that a long list does not repeat itself. */
const words = (sentences: readonly string[], dice: Dice): string => {
  const first = dice.int(0, sentences.length - 1)
  const step = dice.real() < 0.5 ? dice.int(1, sentences.length - 1) : 0
  return step === 0 ? at(sentences, first) : `${at(sentences, first)} ${at(sentences, first + step)}`
}

/** A few products are loved by many, most have a handful of reviews, every ninth has none. */
const countFor = (dice: Dice): number => {
  const roll = dice.real()
  if (roll < 0.11) return 0
  return roll > 0.96 ? dice.int(18, 30) : roll > 0.8 ? dice.int(8, 16) : dice.int(1, 7)
}

/** The reviews of product `n`. Beyond the first twenty thousand nobody has written yet: that keeps a load test lean. */
export const reviewsOf = (n: number): Review[] => {
  if (n >= 20_000) return []
  const dice = diceFor(`reviews/${n}`)
  const mood = 0.55 + dice.real() * 0.4
  return Array.from({ length: countFor(dice) }, () => {
    const locale = dice.real() < 0.64 ? 'uz' : 'ru'
    const rating = stars(dice, mood)
    const text = words((locale === 'uz' ? uz : ru)[rating], dice)
    const author = `${dice.pick(authors[locale] as readonly string[])} ${dice.pick(initials[locale] as readonly string[])}`
    return { author, rating, text, locale, daysAgo: dice.int(1, 330) }
  })
}
