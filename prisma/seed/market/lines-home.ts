import { type Line, axis, colours } from './line'

const hall = { origin: 'toshkent', handmade: false }
const garden = ['ona-bozor', 'registon-sovga'] as const
const packs = axis('weight', ['250', '500', '1000'], 0.85)
const care = { origin: 'toshkent', handmade: false }
const books = axis('cover', ['soft', 'hard'], 0.35)
const sheets = axis('ruling', ['lined', 'grid', 'blank'], 0)
const wooden = { material: 'wood', origin: 'andijon', handmade: true }

export const homeLines: readonly Line[] = [
  {
    category: 'stol-chiroqlari', kind: 'lamp', family: 'light', shops: ['uy-shabadasi'], price: [240, 460], axes: [colours], attributes: { material: 'ceramic', power: 12, ...hall },
    heads: [['Stol chirogʻi', 'Настольная лампа', 'Table lamp'], ['Sopol chiroq', 'Керамическая лампа', 'Ceramic lamp']],
    intro: ['Yorugʻligi iliq, koʻzni charchatmaydi.', 'Тёплый свет не утомляет глаз.', 'A warm light that is easy on the eyes.'],
  },
  {
    category: 'tungi-chiroqlar', kind: 'lamp', family: 'light', shops: ['uy-shabadasi', 'bolajon'], price: [150, 280], axes: [colours], attributes: { material: 'glass', power: 5, ...hall },
    heads: [['Tungi chiroq', 'Ночник', 'Night lamp']],
    intro: ['Uch bosqichli xira yorugʻlik, bolalar xonasi uchun ham mos.', 'Три уровня мягкого света, подходит и для детской.', 'Three levels of soft light, good for a nursery too.'],
  },
  {
    category: 'smartfonlar', kind: 'phone', family: 'tech', shops: ['texnomarkaz'], price: [2400, 6900], axes: [colours, axis('storage', ['128', '256', '512'], 0.14)], attributes: { connection: 'five_g', warranty: 12, material: 'aluminium' },
    heads: [['Smartfon', 'Смартфон', 'Smartphone']],
    intro: ['6,5 dyuymli yorqin ekran va kun boʻyi yetadigan batareya.', 'Яркий экран 6,5 дюйма и батарея на целый день.', 'A bright 6.5-inch screen and a battery that lasts all day.'],
  },
  {
    category: 'simsiz-quloqchinlar', kind: 'headphones', family: 'tech', shops: ['texnomarkaz', 'uy-shabadasi'], price: [420, 1200], axes: [colours], attributes: { connection: 'bluetooth', warranty: 12 },
    heads: [['Simsiz quloqchin', 'Беспроводные наушники', 'Wireless headphones']],
    intro: ['Bir zaryadda 38 soat ishlaydi, shovqinni bosadi.', 'До 38 часов на одном заряде, шумоподавление.', 'Thirty-eight hours on a charge, with noise cancelling.'],
  },
  {
    category: 'studiya-quloqchinlari', kind: 'headphones', family: 'tech', shops: ['texnomarkaz'], price: [680, 1900], axes: [colours], attributes: { connection: 'cable', warranty: 24 },
    heads: [['Studiya quloqchini', 'Студийные наушники', 'Studio headphones']],
    intro: ['Ovozni boʻyamay, boricha yetkazadi.', 'Передают звук честно, ничего не приукрашивая.', 'They carry sound as it is, without colouring.'],
  },
  {
    category: 'aqlli-soatlar', kind: 'watch', family: 'tech', shops: ['texnomarkaz'], price: [490, 1600], axes: [colours], attributes: { connection: 'bluetooth', warranty: 12, material: 'aluminium' },
    heads: [['Aqlli soat', 'Умные часы', 'Smart watch']],
    intro: ['Yurak urishi, uyqu va qadamlarni sanaydi, suvdan qoʻrqmaydi.', 'Следят за пульсом, сном и шагами, не боятся воды.', 'It follows pulse, sleep and steps, and takes to water.'],
  },
  {
    category: 'kolonkalar', kind: 'speaker', family: 'tech', shops: ['texnomarkaz', 'uy-shabadasi'], price: [350, 1300], axes: [colours], attributes: { connection: 'bluetooth', power: 20, warranty: 12 },
    heads: [['Simsiz kolonka', 'Беспроводная колонка', 'Wireless speaker']],
    intro: ['Katta xonani toʻldiradigan ovoz va 16 soatlik quvvat.', 'Звук на всю комнату и 16 часов работы.', 'Sound that fills a room, for sixteen hours.'],
  },
  {
    category: 'elektr-choynaklar', kind: 'kettle', family: 'appliance', shops: ['uy-shabadasi', 'texnomarkaz'], price: [230, 480], axes: [colours, axis('volume', ['1.2', '1.7'], 0.16)], attributes: { material: 'steel', power: 2200, warranty: 12 },
    heads: [['Elektr choynak', 'Электрический чайник', 'Electric kettle']],
    intro: ['Ikki daqiqada qaynatadi va oʻzi oʻchadi.', 'Кипятит за две минуты и сам отключается.', 'Boils in two minutes and turns itself off.'],
  },
  {
    category: 'shisha-choynaklar', kind: 'kettle', family: 'appliance', shops: ['uy-shabadasi'], price: [210, 390], axes: [colours, axis('volume', ['1', '1.7'], 0.18)], attributes: { material: 'steel', power: 1800, warranty: 12 },
    heads: [['Haroratli choynak', 'Чайник с терморегулятором', 'Variable-heat kettle']],
    intro: ['Koʻk choy uchun 80, qora choy uchun 100 daraja.', '80 градусов для зелёного чая и 100 для чёрного.', 'Eighty degrees for green tea, a hundred for black.'],
  },
  {
    category: 'mayiz', kind: 'fruit', family: 'food', shops: garden, price: [24, 48], axes: [packs], attributes: { origin: 'samarqand' },
    heads: [['Qora mayiz', 'Чёрный изюм', 'Black raisins'], ['Sariq kishmish', 'Светлый кишмиш', 'Golden raisins']],
    intro: ['Soyada quritilgan, danaksiz va sersuv.', 'Высушен в тени, без косточек, сочный.', 'Dried in the shade, seedless and plump.'],
  },
  {
    category: 'turshak', kind: 'fruit', family: 'food', shops: garden, price: [28, 56], axes: [packs], attributes: { origin: 'fargona' },
    heads: [['Turshak', 'Курага', 'Dried apricots'], ['Danakli turshak', 'Урюк с косточкой', 'Whole dried apricots']],
    intro: ['Fargʻona bogʻlaridan, oltingugurtsiz quritilgan.', 'Из ферганских садов, высушен без серы.', 'From Fergana orchards, dried without sulphur.'],
  },
  {
    category: 'aralash-mevalar', kind: 'fruit', family: 'food', shops: garden, price: [36, 72], axes: [packs], attributes: { origin: 'samarqand' },
    heads: [['Quritilgan mevalar', 'Ассорти сухофруктов', 'Dried fruit mix'], ['Mehmon aralashmasi', 'Смесь для гостей', 'Guest mix']],
    intro: ['Olti xil meva: mayiz, turshak, olxoʻri, anjir, shotut va jiyda.', 'Шесть видов: изюм, курага, чернослив, инжир, тут и джида.', 'Six fruits: raisins, apricots, prunes, figs, mulberries and oleaster.'],
  },
  {
    category: 'yongoqlar', kind: 'fruit', family: 'food', shops: garden, price: [45, 110], axes: [packs], attributes: { origin: 'surxondaryo' },
    heads: [['Bodom magʻzi', 'Миндаль очищенный', 'Shelled almonds'], ['Yongʻoq magʻzi', 'Грецкий орех очищенный', 'Shelled walnuts']],
    intro: ['Yangi hosil, qobigʻi qoʻlda chaqilgan.', 'Новый урожай, очищен вручную.', 'This year’s crop, shelled by hand.'],
  },
  {
    category: 'kok-choy', kind: 'tea', family: 'tea', shops: garden, price: [22, 54], axes: [axis('weight', ['100', '250', '500'], 0.9)], attributes: { origin: 'toshkent' },
    heads: [['Koʻk choy', 'Зелёный чай', 'Green tea']],
    intro: ['Bargi butun, damlamasi tiniq-sargʻish.', 'Цельный лист, прозрачный золотистый настой.', 'Whole leaves and a clear golden brew.'],
  },
  {
    category: 'qora-choy', kind: 'tea', family: 'tea', shops: garden, price: [24, 58], axes: [axis('weight', ['100', '250', '500'], 0.9)], attributes: { origin: 'toshkent' },
    heads: [['Qora choy', 'Чёрный чай', 'Black tea']],
    intro: ['Toʻyingan rang, yumshoq taʼm, sut bilan ham yaxshi.', 'Насыщенный цвет и мягкий вкус, хорош и с молоком.', 'Deep in colour, soft in taste and good with milk.'],
  },
  {
    category: 'giyohli-choy', kind: 'tea', family: 'tea', shops: garden, price: [28, 62], axes: [axis('weight', ['100', '200'], 0.8)], attributes: { origin: 'surxondaryo' },
    heads: [['Giyohli choy', 'Травяной чай', 'Herbal tea']],
    intro: ['Yalpiz, kiyikoʻt va naʼmatak bilan, kofeinsiz.', 'С мятой, зизифорой и шиповником, без кофеина.', 'With mint, ziziphora and rosehip; no caffeine.'],
  },
  {
    category: 'sovga-savatlari', kind: 'fruit', family: 'food', shops: garden, price: [180, 380], axes: [axis('weight', ['500', '1000'], 0.7)], attributes: { origin: 'samarqand' },
    heads: [['Sovgʻa savati', 'Подарочная корзина', 'Gift basket']],
    intro: ['Sopol kosada keladi, tabrik xati bilan.', 'В керамической косе и с открыткой.', 'Arrives in a ceramic bowl with a card.'],
  },
  {
    category: 'yuz-kremlari', kind: 'jar', family: 'beauty', shops: ['lola-gozallik'], price: [75, 160], axes: [axis('volume', ['30', '50'], 0.4)], attributes: care,
    heads: [['Yuz kremi', 'Крем для лица', 'Face cream'], ['Tungi krem', 'Ночной крем', 'Night cream']],
    intro: ['Oʻrik danagi moyi va atirgul suvi bilan.', 'С маслом абрикосовых косточек и розовой водой.', 'With apricot-kernel oil and rose water.'],
  },
  {
    category: 'tana-moylari', kind: 'jar', family: 'beauty', shops: ['lola-gozallik'], price: [60, 130], axes: [axis('volume', ['100', '200'], 0.5)], attributes: care,
    heads: [['Tana moyi', 'Масло для тела', 'Body oil']],
    intro: ['Tez singadi, kiyimda iz qoldirmaydi.', 'Быстро впитывается и не оставляет следов на одежде.', 'Sinks in quickly and leaves no mark on clothes.'],
  },
  {
    category: 'soch-parvarishi', kind: 'jar', family: 'beauty', shops: ['lola-gozallik', 'ona-bozor'], price: [55, 120], axes: [axis('volume', ['200', '350'], 0.4)], attributes: care,
    heads: [['Soch niqobi', 'Маска для волос', 'Hair mask'], ['Soch moyi', 'Масло для волос', 'Hair oil']],
    intro: ['Oʻsma va kunjut moyi soch ildizini oziqlantiradi.', 'Усьма и кунжутное масло питают корни волос.', 'Woad and sesame oil feed the roots.'],
  },
  {
    category: 'gozallik-toplamlari', kind: 'jar', family: 'beauty', shops: ['lola-gozallik', 'registon-sovga'], price: [190, 380], axes: [axis('set', ['2', '4'], 0.6)], attributes: care,
    heads: [['Parvarish toʻplami', 'Набор для ухода', 'Skincare set']],
    intro: ['Sovgʻa qutisida, lentasi bilan.', 'В подарочной коробке с лентой.', 'In a gift box with a ribbon.'],
  },
  {
    category: 'badiiy-adabiyot', kind: 'book', family: 'book', shops: ['kitob-olami'], price: [45, 98], axes: [books], attributes: { book_language: 'uz', material: 'paper' },
    heads: [['roman', 'роман', 'novel'], ['hikoyalar', 'рассказы', 'short stories']],
    intro: ['Bir oʻtirishda oʻqiladigan, uzoq esda qoladigan kitob.', 'Книга, которую читают за вечер и долго помнят.', 'A book read in one evening and long remembered.'],
  },
  {
    category: 'bolalar-kitoblari', kind: 'book', family: 'book', shops: ['kitob-olami', 'bolajon'], price: [38, 82], axes: [books], attributes: { book_language: 'uz', material: 'paper', age: '3+' },
    heads: [['ertaklar', 'сказки', 'fairy tales']],
    intro: ['Har bir betida rangli rasm bor.', 'Цветная иллюстрация на каждой странице.', 'With a colour picture on every page.'],
  },
  {
    category: 'oshpazlik-kitoblari', kind: 'book', family: 'book', shops: ['kitob-olami'], price: [70, 150], axes: [books], attributes: { book_language: 'ru', material: 'paper' },
    heads: [['oshpazlik kitobi', 'кулинарная книга', 'cookbook']],
    intro: ['Yuzdan ortiq taom, har biri bosqichma-bosqich.', 'Больше ста блюд, каждое шаг за шагом.', 'Over a hundred dishes, step by step.'],
  },
  {
    category: 'sheriyat', kind: 'book', family: 'book', shops: ['kitob-olami'], price: [40, 85], axes: [books], attributes: { book_language: 'uz', material: 'paper' },
    heads: [['sheʼrlar', 'стихи', 'poems']],
    intro: ['Choʻntakka sigʻadigan bichim, qalin krem rang qogʻoz.', 'Карманный формат, плотная кремовая бумага.', 'Pocket size, on thick cream paper.'],
  },
  {
    category: 'daftarlar', kind: 'notebook', family: 'paper', shops: ['kitob-olami', 'registon-sovga'], price: [28, 55], axes: [colours, sheets], attributes: { material: 'paper', origin: 'toshkent', cover: 'hard' },
    heads: [['Ikat daftar', 'Тетрадь с икатом', 'Ikat notebook'], ['Daftar', 'Тетрадь', 'Notebook']],
    intro: ['Betlari tekis ochiladi, siyoh orqasiga oʻtmaydi.', 'Раскрывается на 180°, чернила не проступают.', 'Opens flat, and ink does not show through.'],
  },
  {
    category: 'kundaliklar', kind: 'notebook', family: 'paper', shops: ['kitob-olami'], price: [48, 95], axes: [colours], attributes: { material: 'paper', origin: 'toshkent', cover: 'cloth' },
    heads: [['Mato muqovali kundalik', 'Ежедневник в тканевой обложке', 'Cloth-bound diary']],
    intro: ['Muqovasi haqiqiy adras matodan.', 'Обложка из настоящего адраса.', 'Bound in real adras cloth.'],
  },
  {
    category: 'rejalashtirgichlar', kind: 'notebook', family: 'paper', shops: ['kitob-olami', 'uy-shabadasi'], price: [52, 99], axes: [colours], attributes: { material: 'paper', origin: 'toshkent', cover: 'hard' },
    heads: [['Haftalik rejalashtirgich', 'Еженедельник', 'Weekly planner']],
    intro: ['Sanasiz: istalgan kundan boshlasa boʻladi.', 'Без дат: можно начать с любого дня.', 'Undated, so any day can be the first.'],
  },
  {
    category: 'piramidalar', kind: 'toy', family: 'toy', shops: ['bolajon'], price: [75, 140], axes: [], attributes: { ...wooden, age: '1+' },
    heads: [['Yogʻoch piramida', 'Деревянная пирамидка', 'Wooden stacker']],
    intro: ['Rang va oʻlchamni oʻrgatadigan birinchi oʻyinchoq.', 'Первая игрушка, которая учит цветам и размерам.', 'A first toy that teaches colour and size.'],
  },
  {
    category: 'kubiklar', kind: 'toy', family: 'toy', shops: ['bolajon'], price: [85, 160], axes: [axis('set', ['6', '12'], 0.6)], attributes: { ...wooden, age: '1+' },
    heads: [['Yogʻoch kubiklar', 'Деревянные кубики', 'Wooden blocks']],
    intro: ['Naqshlari gilam va anor gullaridan olingan.', 'Узоры взяты с ковров и гранатовых цветов.', 'Patterns taken from carpets and pomegranate flowers.'],
  },
  {
    category: 'mantiqiy-oyinlar', kind: 'toy', family: 'toy', shops: ['bolajon', 'kitob-olami'], price: [90, 180], axes: [], attributes: { ...wooden, age: '3+' },
    heads: [['Mantiqiy oʻyin', 'Развивающая игра', 'Learning game']],
    intro: ['Butun oila birga oʻynaydigan oʻyin.', 'Игра, за которой собирается вся семья.', 'A game for the whole family.'],
  },
]
