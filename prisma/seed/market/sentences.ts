import type { Family } from './line'
import type { Words } from './words'

const ceramic: readonly Words[] = [
  [
    'Naqsh qoʻlda, tabiiy boʻyoqlar bilan chizilgan, shu bois ikkita bir xil buyum boʻlmaydi.',
    'Узор наносят вручную природными красками, поэтому двух одинаковых вещей не бывает.',
    'The pattern is painted by hand in natural pigments, so no two pieces are quite alike.',
  ],
  [
    'Qoʻrgʻoshinsiz sir ostida ikki marta pishirilgan, ovqat uchun xavfsiz.',
    'Дважды обожжено под глазурью без свинца, безопасно для еды.',
    'Fired twice under a lead-free glaze and safe for food.',
  ],
  [
    'Iliq suvda yumshoq gubka bilan yuving; keskin harorat oʻzgarishidan saqlang.',
    'Мойте тёплой водой и мягкой губкой, берегите от резких перепадов температуры.',
    'Wash in warm water with a soft sponge and avoid sudden heat or cold.',
  ],
]
const cloth: readonly Words[] = [
  [
    'Iplar bogʻlab boʻyaladi: naqsh chetlari shu sababdan mayin yoyilgan.',
    'Нити окрашивают перевязкой, поэтому края узора мягко расплываются.',
    'The threads are tied and dyed before weaving, which gives the pattern its soft edges.',
  ],
  [
    'Rangi tabiiy va barqaror, oftobda oʻchmaydi.',
    'Стойкие природные красители не выгорают на солнце.',
    'Natural dyes that hold fast in the sun.',
  ],
  [
    'Sovuq suvda qoʻlda yuving, teskari tomonidan dazmollang.',
    'Стирайте вручную в холодной воде, гладьте с изнанки.',
    'Wash by hand in cold water and iron on the reverse.',
  ],
]
const wear: readonly Words[] = [
  [
    'Choklari ichkaridan ishlov berilgan, badanga botmaydi.',
    'Швы обработаны изнутри и не натирают.',
    'Seams are finished inside and do not rub.',
  ],
  [
    'Oʻlcham jadvaliga mos; ikki oʻlcham orasida boʻlsangiz, kattasini oling.',
    'Соответствует размерной сетке; если вы между размерами, берите больший.',
    'True to size; between two sizes, take the larger.',
  ],
  [
    '30 darajada yuving, soyada quriting.',
    'Стирайте при 30 градусах, сушите в тени.',
    'Wash at thirty degrees and dry in the shade.',
  ],
]
const metal: readonly Words[] = [
  [
    'Usta har bir buyumni oʻz qoʻli bilan charxlab, sinab koʻradi.',
    'Мастер сам затачивает и проверяет каждое изделие.',
    'The smith finishes and tests each piece himself.',
  ],
  [
    'Toʻgʻri parvarish qilinsa, oʻnlab yil xizmat qiladi.',
    'При бережном уходе служит десятилетиями.',
    'Well kept, it lasts for decades.',
  ],
  [
    'Yuvgach darhol arting va vaqti-vaqti bilan yogʻ surting.',
    'После мытья сразу вытирайте и время от времени смазывайте маслом.',
    'Dry it at once after washing and oil it now and then.',
  ],
]
const tech: readonly Words[] = [
  [
    'Qutida: qurilma, USB-C kabel va oʻzbek tilidagi qoʻllanma.',
    'В коробке: устройство, кабель USB-C и инструкция на русском языке.',
    'In the box: the device, a USB-C cable and a guide in English.',
  ],
  [
    'Rasmiy kafolat va Toshkentdagi servis markazi.',
    'Официальная гарантия и сервисный центр в Ташкенте.',
    'Official warranty, with a service centre in Tashkent.',
  ],
  [
    '14 kun ichida ishlatilmagan holda qaytarish mumkin.',
    'Неиспользованный товар можно вернуть в течение 14 дней.',
    'Unused goods may be returned within 14 days.',
  ],
]
const food: readonly Words[] = [
  ['Shakar ham, konservant ham qoʻshilmagan.', 'Без сахара и консервантов.', 'No sugar and no preservatives added.'],
  [
    'Qadoqlangan sana paketda koʻrsatilgan, saqlash muddati 12 oy.',
    'Дата упаковки указана на пакете, срок хранения 12 месяцев.',
    'The packing date is on the bag; keeps for 12 months.',
  ],
  ['Quruq va salqin joyda saqlang.', 'Храните в сухом прохладном месте.', 'Keep in a cool, dry place.'],
]
const paper: readonly Words[] = [
  ['Qalin, yogʻochsiz qogʻozga bosilgan.', 'Напечатано на плотной бумаге.', 'Printed on heavy paper.'],
  [
    'Betlari ip bilan tikilgan, toʻkilmaydi.',
    'Блок прошит нитью, страницы не выпадают.',
    'Sewn with thread, so pages stay in.',
  ],
  ['Sovgʻa qilish uchun qogʻozga oʻrab beramiz.', 'Упакуем в подарочную бумагу.', 'We can wrap it as a gift.'],
]
const beauty: readonly Words[] = [
  [
    'Sunʼiy hid va parabenlar yoʻq.',
    'Без искусственных отдушек и парабенов.',
    'Free of artificial scent and parabens.',
  ],
  [
    'Har qanday teri uchun mos, shifokor nazoratida sinalgan.',
    'Подходит для любой кожи, проверено дерматологами.',
    'Suits every skin and tested by dermatologists.',
  ],
  [
    'Ochilgandan keyin 6 oy ichida ishlating.',
    'После вскрытия используйте в течение 6 месяцев.',
    'Use within six months of opening.',
  ],
]
const toy: readonly Words[] = [
  [
    'Qirralari silliqlangan, boʻyogʻi suv asosida.',
    'Края отшлифованы, краска на водной основе.',
    'Edges are sanded smooth and the paints are water-based.',
  ],
  [
    'Barmoqlar harakati va tasavvurni rivojlantiradi.',
    'Развивает мелкую моторику и воображение.',
    'Good for small hands and imagination alike.',
  ],
  ['Nam latta bilan arting.', 'Протирайте влажной салфеткой.', 'Wipe clean with a damp cloth.'],
]

const tables: Record<Family, readonly Words[]> = {
  ceramic,
  metal,
  cloth,
  wear,
  embroidery: cloth,
  carpet: cloth,
  shoes: wear,
  bag: wear,
  light: tech,
  tech,
  appliance: tech,
  food,
  tea: food,
  beauty,
  book: paper,
  paper,
  toy,
}

/** Two or three sentences that are true of everything in a family. */
export const sentencesFor = (family: Family): readonly Words[] =>
  family === 'carpet' || family === 'embroidery'
    ? craftwork
    : family === 'shoes' || family === 'bag'
      ? sturdy
      : tables[family]

const craftwork: readonly Words[] = [
  [
    'Bir usta ustida bir necha hafta oʻtirgan ish.',
    'Мастерица работала над этой вещью несколько недель.',
    'The work of one craftswoman over several weeks.',
  ],
  [
    'Naqshi otadan bolaga oʻtib kelgan qadimiy nusxa.',
    'Узор передаётся в семье из поколения в поколение.',
    'The design has been handed down in the family.',
  ],
  [
    'Quruq tozalash tavsiya etiladi, bevosita oftobdan saqlang.',
    'Рекомендуется сухая чистка, берегите от прямого солнца.',
    'Dry cleaning is advised; keep out of direct sun.',
  ],
]
const sturdy: readonly Words[] = [
  [
    'Choklari qoʻsh ip bilan mustahkamlangan.',
    'Швы усилены двойной строчкой.',
    'Seams are reinforced with double stitching.',
  ],
  [
    'Mato nafas oladi va suvni tez oʻtkazmaydi.',
    'Ткань дышит и не сразу промокает.',
    'The fabric breathes and resists a shower.',
  ],
  [
    'Nam latta bilan tozalang, xona haroratida quriting.',
    'Чистите влажной тканью, сушите при комнатной температуре.',
    'Clean with a damp cloth and dry at room temperature.',
  ],
]
