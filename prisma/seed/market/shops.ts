import type { Words } from './words'

export type Shop = {
  slug: string
  name: string
  owner: string
  region: number
  since: number
  handlingDays: number
  /** In soʻm. */
  courierFee: number
  freeFrom: number | null
  onTime: number
  description: Words
}

const shop = (
  slug: string,
  name: string,
  owner: string,
  region: number,
  since: number,
  [handlingDays, courierFee, freeFrom, onTime]: [number, number, number | null, number],
  ...description: [string, string, string]
): Shop => ({ slug, name, owner, region, since, handlingDays, courierFee, freeFrom, onTime, description })

export const shops: readonly Shop[] = [
  shop(
    'rishton-kulol',
    'Rishton Kulol',
    'Alisher Yusupov',
    1730,
    2016,
    [1, 18_000, 400_000, 98],
    'Rishtonlik kulollar oilasi: choynak, piyola va laganlarni oʻz ustaxonamizda yasab, qoʻlda boʻyaymiz. Har bir buyum yogʻoch qipigʻi solingan qutida joʻnatiladi.',
    'Семья риштанских гончаров: чайники, пиалы и ляганы делаем и расписываем в своей мастерской. Каждый предмет едет в коробке с древесной стружкой.',
    'A family of Rishtan potters. We throw and paint teapots, bowls and platters in our own workshop and pack each piece in wood shavings.',
  ),
  shop(
    'gijduvon-sopol',
    'Gʻijduvon Sopol',
    'Bahrom Narzullayev',
    1706,
    2018,
    [2, 20_000, 500_000, 95],
    'Gʻijduvon kulolchilik maktabining iliq jigarrang va yashil sirlari. Toʻrtinchi avlod ustalari ishi.',
    'Тёплые коричневые и зелёные глазури гиждуванской школы. Работа мастеров в четвёртом поколении.',
    'The warm browns and greens of the Gijduvan school, made by fourth-generation masters.',
  ),
  shop(
    'margilon-ipak',
    'Margʻilon Ipak',
    'Dilnoza Mirzayeva',
    1730,
    2015,
    [1, 18_000, 350_000, 97],
    'Adras, atlas va bekasamni Margʻilonda qoʻl dastgohida toʻqiymiz. Matoni metrlab ham, tayyor kiyim qilib ham olasiz.',
    'Ткём адрас, атлас и бекасам в Маргилане на ручных станках. Продаём отрезами и готовой одеждой.',
    'Adras, atlas and bekasam woven on hand looms in Margilan, sold by the length and as finished clothes.',
  ),
  shop(
    'buxoro-zardoz',
    'Buxoro Zardoz',
    'Gulchehra Ashurova',
    1706,
    2014,
    [2, 20_000, 600_000, 94],
    'Buxorolik kashtachilar ustaxonasi: soʻzana, doʻppi va zardoʻzi chopon. Buyurtma asosida ham tikamiz.',
    'Мастерская бухарских вышивальщиц: сюзане, тюбетейки и золотошвейные халаты. Шьём и на заказ.',
    'A workshop of Bukhara embroiderers: suzani, skullcaps and gold-thread robes, to order as well.',
  ),
  shop(
    'xiva-gilam',
    'Xiva Gilam',
    'Otabek Matyoqubov',
    1733,
    2012,
    [3, 35_000, 1_500_000, 92],
    'Xiva gilamchilari: tabiiy boʻyoqli jun va ipak gilamlar. Gilam yoqmasa, 14 kun ichida qaytarib olamiz.',
    'Хивинские ковроделы: шерстяные и шёлковые ковры с природными красителями. Не подошёл ковёр — примем обратно в течение 14 дней.',
    'Khiva weavers: wool and silk carpets in natural dyes. If a carpet does not suit your room, return it within 14 days.',
  ),
  shop(
    'chust-temirchi',
    'Chust Temirchi',
    'Sherzod Xolmatov',
    1714,
    2011,
    [2, 20_000, 500_000, 96],
    'Chust pichoqlarini otamizdan qolgan ustaxonada toblaymiz. Qozon va oshxona anjomlari ham bor.',
    'Куём чустские ножи в отцовской мастерской. Есть казаны и всё для кухни.',
    'Chust knives forged in our father’s smithy, with cauldrons and tools for the kitchen.',
  ),
  shop(
    'texnomarkaz',
    'TexnoMarkaz',
    'Jasur Rahimov',
    1726,
    2019,
    [1, 15_000, 1_000_000, 99],
    'Smartfon, quloqchin va aqlli soatlar rasmiy kafolat bilan. Toshkent boʻylab oʻsha kuni yetkazamiz.',
    'Смартфоны, наушники и умные часы с официальной гарантией. По Ташкенту доставляем в тот же день.',
    'Phones, headphones and smart watches under official warranty, with same-day delivery in Tashkent.',
  ),
  shop(
    'uy-shabadasi',
    'Uy Shabadasi',
    'Nodira Karimova',
    1726,
    2020,
    [1, 15_000, 300_000, 97],
    'Uy uchun chiroyli va foydali narsalar: chiroqlar, yostiqlar, elektr choynaklar.',
    'Красивые и нужные вещи для дома: лампы, подушки, электрочайники.',
    'Handsome, useful things for the home: lamps, cushions and kettles.',
  ),
  shop(
    'qadam',
    'Qadam',
    'Temur Saidov',
    1718,
    2021,
    [1, 15_000, 400_000, 96],
    'Samarqandda tikilgan qulay krossovka va ryukzaklar. Oʻlchami toʻgʻri kelmasa, bepul almashtiramiz.',
    'Удобные кроссовки и рюкзаки из Самарканда. Не подошёл размер — обменяем бесплатно.',
    'Comfortable trainers and backpacks made in Samarkand. Wrong size? We exchange it free of charge.',
  ),
  shop(
    'ona-bozor',
    'Ona Bozor',
    'Saodat Toʻrayeva',
    1718,
    2017,
    [1, 15_000, 250_000, 98],
    'Bogʻdan dasturxonga: mayiz, turshak, yongʻoq va choy. Oʻzimiz saralaymiz, oʻzimiz qadoqlaymiz.',
    'Из сада на стол: изюм, курага, орехи и чай. Сами перебираем, сами упаковываем.',
    'From the orchard to the table: raisins, apricots, nuts and tea, sorted and packed by us.',
  ),
  shop(
    'lola-gozallik',
    'Lola Goʻzallik',
    'Malika Ergasheva',
    1726,
    2020,
    [1, 15_000, 250_000, 95],
    'Oʻrik moyi, gul suvi va oʻtlardan tayyorlangan parvarish vositalari. Har bir mahsulot sertifikatlangan.',
    'Уход на абрикосовом масле, розовой воде и травах. Вся продукция сертифицирована.',
    'Skincare made with apricot oil, rose water and herbs. Every product is certified.',
  ),
  shop(
    'kitob-olami',
    'Kitob Olami',
    'Rustam Qodirov',
    1726,
    2013,
    [1, 12_000, 200_000, 99],
    'Kitob, daftar va sovgʻabop kanselyariya. Har bir kitobni ehtiyotkorlik bilan oʻrab joʻnatamiz.',
    'Книги, тетради и подарочная канцелярия. Каждую книгу бережно упаковываем.',
    'Books, notebooks and stationery for gifts, each wrapped with care.',
  ),
  shop(
    'bolajon',
    'Bolajon',
    'Zulfiya Hamidova',
    1703,
    2019,
    [1, 15_000, 300_000, 97],
    'Andijon ustalari yasagan yogʻoch oʻyinchoqlar: silliq qirralar, xavfsiz boʻyoqlar, uzoq yillik xizmat.',
    'Деревянные игрушки андижанских мастеров: гладкие края, безопасные краски, служат годами.',
    'Wooden toys by Andijan craftsmen: smooth edges, safe paints and made to last.',
  ),
  shop(
    'registon-sovga',
    'Registon Sovgʻa',
    'Anvar Jalolov',
    1718,
    2018,
    [1, 18_000, 400_000, 94],
    'Samarqanddan sovgʻalar: sopol, mato, pichoq va dasturxon ne’matlari. Sovgʻa qutisi va tabrik xati bepul.'.replace(
      '’',
      'ʼ',
    ),
    'Подарки из Самарканда: керамика, ткани, ножи и угощения. Подарочная коробка и открытка бесплатно.',
    'Gifts from Samarkand: ceramics, cloth, knives and treats, with a free gift box and card.',
  ),
]
