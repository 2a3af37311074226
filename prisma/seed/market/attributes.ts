import type { Texts, Words } from './words'

type Option = Texts & { hex?: string }
export type Attribute = {
  code: string
  name: Words
  type: 'text' | 'number' | 'choice' | 'boolean' | 'colour'
  unit?: string
  filterable: boolean
  options: Record<string, Option>
}

const same = (text: string): Texts => ({ uz: text, ru: text, en: text })
const words = (given: Record<string, Words>): Record<string, Option> =>
  Object.fromEntries(Object.entries(given).map(([code, [uz, ru, en]]) => [code, { uz, ru, en }]))
const measured = (values: readonly string[], uz: string, ru: string, en: string): Record<string, Option> =>
  Object.fromEntries(
    values.map((value) => {
      const local = value.replace('.', ',')
      return [value, { uz: `${local} ${uz}`, ru: `${local} ${ru}`, en: `${value} ${en}` }]
    }),
  )
const colour = (uz: string, ru: string, en: string, hex: string): Option => ({ uz, ru, en, hex })

export const attributes: readonly Attribute[] = [
  {
    code: 'colour',
    name: ['Rang', 'Цвет', 'Colour'],
    type: 'colour',
    filterable: true,
    options: {
      cobalt: colour('Zangori', 'Кобальтовый', 'Cobalt', '#1c43a6'),
      turquoise: colour('Feruza', 'Бирюзовый', 'Turquoise', '#1797a3'),
      sky: colour('Moviy', 'Голубой', 'Sky blue', '#8fc7d6'),
      navy: colour('Toʻq koʻk', 'Тёмно-синий', 'Navy', '#24304f'),
      pomegranate: colour('Anor rang', 'Гранатовый', 'Pomegranate', '#a3213b'),
      red: colour('Qizil', 'Красный', 'Red', '#b8443d'),
      rose: colour('Pushti', 'Розовый', 'Rose', '#d88ba4'),
      saffron: colour('Zaʼfaron', 'Шафрановый', 'Saffron', '#e9a91f'),
      brown: colour('Jigarrang', 'Коричневый', 'Brown', '#7a2f22'),
      walnut: colour('Yongʻoq rang', 'Ореховый', 'Walnut', '#8a4a2c'),
      plum: colour('Olxoʻri rang', 'Сливовый', 'Plum', '#5b2436'),
      green: colour('Yashil', 'Зелёный', 'Green', '#2f6a55'),
      sage: colour('Yalpiz rang', 'Шалфейный', 'Sage', '#7fa79a'),
      cream: colour('Sutrang', 'Кремовый', 'Cream', '#f2e9da'),
      ivory: colour('Fil suyagi rangi', 'Слоновая кость', 'Ivory', '#f3e9d2'),
      sand: colour('Qum rang', 'Песочный', 'Sand', '#d9cdbb'),
      white: colour('Oq', 'Белый', 'White', '#f7f1e6'),
      graphite: colour('Grafit', 'Графитовый', 'Graphite', '#3a3340'),
      black: colour('Qora', 'Чёрный', 'Black', '#20242f'),
    },
  },
  {
    code: 'size',
    name: ['Oʻlcham', 'Размер', 'Size'],
    type: 'choice',
    filterable: true,
    options: Object.fromEntries(['XS', 'S', 'M', 'L', 'XL', 'XXL', '54', '56', '58', '60'].map((v) => [v, same(v)])),
  },
  {
    code: 'shoe_size',
    name: ['Poyabzal oʻlchami', 'Размер обуви', 'Shoe size'],
    type: 'choice',
    filterable: true,
    options: Object.fromEntries(Array.from({ length: 19 }, (_, i) => [String(27 + i), same(String(27 + i))])),
  },
  {
    code: 'volume',
    name: ['Hajmi', 'Объём', 'Volume'],
    type: 'choice',
    filterable: true,
    options: {
      ...measured(['30', '50', '100', '200', '250', '350', '450'], 'ml', 'мл', 'ml'),
      ...measured(['0.7', '1', '1.2', '1.5', '1.7', '2', '3', '5', '8', '12'], 'l', 'л', 'l'),
    },
  },
  {
    code: 'diameter',
    name: ['Diametri', 'Диаметр', 'Diameter'],
    type: 'choice',
    filterable: true,
    options: measured(['12', '16', '20', '24', '28', '32', '36', '42'], 'sm', 'см', 'cm'),
  },
  {
    code: 'dimensions',
    name: ['Oʻlchamlari', 'Габариты', 'Dimensions'],
    type: 'choice',
    filterable: true,
    options: measured(
      [
        '30×30',
        '40×40',
        '45×45',
        '50×50',
        '70×70',
        '90×90',
        '60×180',
        '80×150',
        '80×300',
        '100×150',
        '120×180',
        '150×225',
        '200×300',
      ],
      'sm',
      'см',
      'cm',
    ),
  },
  {
    code: 'length',
    name: ['Uzunligi', 'Длина', 'Length'],
    type: 'choice',
    filterable: false,
    options: measured(['1', '3', '5', '8'], 'm', 'м', 'm'),
  },
  {
    code: 'storage',
    name: ['Xotira', 'Память', 'Storage'],
    type: 'choice',
    filterable: true,
    options: measured(['128', '256', '512'], 'GB', 'ГБ', 'GB'),
  },
  {
    code: 'weight',
    name: ['Ogʻirligi', 'Вес', 'Weight'],
    type: 'choice',
    filterable: true,
    options: {
      ...measured(['100', '200', '250', '500'], 'g', 'г', 'g'),
      '1000': { uz: '1 kg', ru: '1 кг', en: '1 kg' },
    },
  },
  {
    code: 'blade',
    name: ['Tigʻ uzunligi', 'Длина клинка', 'Blade length'],
    type: 'choice',
    filterable: true,
    options: measured(['13', '15', '17', '20'], 'sm', 'см', 'cm'),
  },
  {
    code: 'set',
    name: ['Toʻplam', 'Комплект', 'Set'],
    type: 'choice',
    filterable: true,
    options: words({
      '1': ['1 buyumli', '1 предмет', '1-piece'],
      '2': ['2 buyumli', '2 предмета', '2-piece'],
      '4': ['4 buyumli', '4 предмета', '4-piece'],
      '6': ['6 buyumli', '6 предметов', '6-piece'],
      '12': ['12 buyumli', '12 предметов', '12-piece'],
    }),
  },
  {
    code: 'cover',
    name: ['Muqova', 'Обложка', 'Cover'],
    type: 'choice',
    filterable: true,
    options: words({
      soft: ['Yumshoq', 'Мягкая', 'Paperback'],
      hard: ['Qattiq', 'Твёрдая', 'Hardback'],
      cloth: ['Mato', 'Тканевая', 'Cloth'],
    }),
  },
  {
    code: 'book_language',
    name: ['Kitob tili', 'Язык книги', 'Book language'],
    type: 'choice',
    filterable: true,
    options: words({
      uz: ['Oʻzbekcha', 'Узбекский', 'Uzbek'],
      ru: ['Ruscha', 'Русский', 'Russian'],
      en: ['Inglizcha', 'Английский', 'English'],
    }),
  },
  {
    code: 'ruling',
    name: ['Sahifalar', 'Разлиновка', 'Ruling'],
    type: 'choice',
    filterable: true,
    options: words({
      lined: ['Chiziqli', 'В линейку', 'Lined'],
      grid: ['Katakli', 'В клетку', 'Grid'],
      blank: ['Toza', 'Без линовки', 'Blank'],
    }),
  },
  {
    code: 'material',
    name: ['Material', 'Материал', 'Material'],
    type: 'choice',
    filterable: true,
    options: words({
      ceramic: ['Sopol', 'Керамика', 'Ceramic'],
      porcelain: ['Chinni', 'Фарфор', 'Porcelain'],
      cotton: ['Paxta', 'Хлопок', 'Cotton'],
      silk: ['Ipak', 'Шёлк', 'Silk'],
      half_silk: ['Yarim ipak', 'Полушёлк', 'Silk and cotton'],
      wool: ['Jun', 'Шерсть', 'Wool'],
      velvet: ['Baxmal', 'Бархат', 'Velvet'],
      steel: ['Zanglamaydigan poʻlat', 'Нержавеющая сталь', 'Stainless steel'],
      carbon_steel: ['Uglerodli poʻlat', 'Углеродистая сталь', 'Carbon steel'],
      cast_iron: ['Choʻyan', 'Чугун', 'Cast iron'],
      leather: ['Charm', 'Кожа', 'Leather'],
      textile: ['Toʻqima mato', 'Текстиль', 'Textile'],
      wood: ['Yogʻoch', 'Дерево', 'Wood'],
      glass: ['Shisha', 'Стекло', 'Glass'],
      aluminium: ['Alyuminiy', 'Алюминий', 'Aluminium'],
      paper: ['Qogʻoz', 'Бумага', 'Paper'],
    }),
  },
  {
    code: 'origin',
    name: ['Ishlab chiqarilgan joyi', 'Место изготовления', 'Made in'],
    type: 'choice',
    filterable: true,
    options: words({
      rishton: ['Rishton', 'Риштан', 'Rishtan'],
      gijduvon: ['Gʻijduvon', 'Гиждуван', 'Gijduvan'],
      margilon: ['Margʻilon', 'Маргилан', 'Margilan'],
      buxoro: ['Buxoro', 'Бухара', 'Bukhara'],
      xiva: ['Xiva', 'Хива', 'Khiva'],
      samarqand: ['Samarqand', 'Самарканд', 'Samarkand'],
      chust: ['Chust', 'Чуст', 'Chust'],
      toshkent: ['Toshkent', 'Ташкент', 'Tashkent'],
      shahrisabz: ['Shahrisabz', 'Шахрисабз', 'Shahrisabz'],
      nurota: ['Nurota', 'Нурата', 'Nurata'],
      fargona: ['Fargʻona', 'Фергана', 'Fergana'],
      andijon: ['Andijon', 'Андижан', 'Andijan'],
      namangan: ['Namangan', 'Наманган', 'Namangan'],
      surxondaryo: ['Surxondaryo', 'Сурхандарья', 'Surkhandarya'],
    }),
  },
  {
    code: 'technique',
    name: ['Ishlanishi', 'Техника', 'Technique'],
    type: 'choice',
    filterable: true,
    options: words({
      hand_painted: ['Qoʻlda boʻyalgan', 'Ручная роспись', 'Painted by hand'],
      hand_woven: ['Qoʻlda toʻqilgan', 'Ручное ткачество', 'Woven by hand'],
      embroidered: ['Qoʻlda tikilgan kashta', 'Ручная вышивка', 'Embroidered by hand'],
      forged: ['Qoʻlda toblangan', 'Ручная ковка', 'Forged by hand'],
      cast: ['Quyma', 'Литьё', 'Cast'],
      sewn: ['Tikilgan', 'Пошив', 'Sewn'],
    }),
  },
  { code: 'brand', name: ['Brend', 'Бренд', 'Brand'], type: 'text', filterable: true, options: {} },
  {
    code: 'connection',
    name: ['Ulanish', 'Подключение', 'Connection'],
    type: 'choice',
    filterable: true,
    options: words({
      bluetooth: ['Bluetooth 5.3', 'Bluetooth 5.3', 'Bluetooth 5.3'],
      cable: ['Simli', 'Кабель', 'Cable'],
      five_g: ['5G', '5G', '5G'],
    }),
  },
  { code: 'power', name: ['Quvvati', 'Мощность', 'Power'], type: 'number', unit: 'W', filterable: true, options: {} },
  {
    code: 'warranty',
    name: ['Kafolat, oy', 'Гарантия, мес.', 'Warranty, months'],
    type: 'number',
    filterable: false,
    options: {},
  },
  {
    code: 'pages',
    name: ['Betlar soni', 'Количество страниц', 'Pages'],
    type: 'number',
    filterable: false,
    options: {},
  },
  {
    code: 'age',
    name: ['Yoshi', 'Возраст', 'Age'],
    type: 'choice',
    filterable: true,
    options: words({
      '1+': ['1 yoshdan', 'от 1 года', '1 and up'],
      '3+': ['3 yoshdan', 'от 3 лет', '3 and up'],
      '6+': ['6 yoshdan', 'от 6 лет', '6 and up'],
    }),
  },
  {
    code: 'handmade',
    name: ['Qoʻl mehnati', 'Ручная работа', 'Handmade'],
    type: 'boolean',
    filterable: true,
    options: {},
  },
]
