import { type Line, axis, colours } from './line'

const loom = ['margilon-ipak', 'registon-sovga'] as const
const woven = { origin: 'margilon', technique: 'hand_woven', handmade: true }
const capAttributes = { material: 'velvet', technique: 'embroidered', handmade: true }
const cut = axis('length', ['1', '3', '5'], 1.9)
const caps = axis('size', ['54', '56', '58', '60'], 0)
const wearSizes = axis('size', ['S', 'M', 'L', 'XL'], 0)
const men = axis('shoe_size', ['40', '41', '42', '43', '44'], 0)
const women = axis('shoe_size', ['36', '37', '38', '39'], 0)
const children = axis('shoe_size', ['28', '30', '32', '34'], 0.03)

export const wearLines: readonly Line[] = [
  {
    category: 'adras-matolar', kind: 'adras', family: 'cloth', shops: loom, price: [95, 150], axes: [colours, cut], attributes: { material: 'half_silk', ...woven },
    heads: [['Adras mato', 'Адрас', 'Adras fabric'], ['Margʻilon adrasi', 'Маргиланский адрас', 'Margilan adras']],
    intro: ['Ipak tanda, paxta arqoq: jilosi ipakdan, mustahkamligi paxtadan.', 'Шёлковая основа, хлопковый уток: блеск от шёлка, прочность от хлопка.', 'Silk warp, cotton weft: the sheen of one and the strength of the other.'],
  },
  {
    category: 'atlas-matolar', kind: 'adras', family: 'cloth', shops: loom, price: [140, 240], axes: [colours, cut], attributes: { material: 'silk', ...woven },
    heads: [['Xonatlas', 'Хан-атлас', 'Khan-atlas silk'], ['Atlas mato', 'Атлас', 'Atlas fabric']],
    intro: ['Sof ipak: yozda salqin, bayramda koʻrkam.', 'Чистый шёлк: прохладный летом и нарядный в праздник.', 'Pure silk: cool in summer and festive on a feast day.'],
  },
  {
    category: 'bekasam-matolar', kind: 'adras', family: 'cloth', shops: loom, price: [80, 130], axes: [colours, cut], attributes: { material: 'half_silk', ...woven },
    heads: [['Bekasam mato', 'Бекасам', 'Bekasam fabric']],
    intro: ['Choʻgʻi tik turadi, chopon va koʻrpacha uchun ayni oʻzi.', 'Держит форму: подойдёт для халата и курпачи.', 'It holds its shape, right for robes and quilts.'],
  },
  {
    category: 'choponlar', kind: 'robe', family: 'wear', shops: ['margilon-ipak', 'buxoro-zardoz'], price: [520, 980], axes: [colours, wearSizes], attributes: { material: 'half_silk', ...woven },
    heads: [['Adras chopon', 'Чапан из адраса', 'Adras robe'], ['Bayram choponi', 'Праздничный чапан', 'Festive robe']],
    intro: ['Astari yumshoq paxta, yelkasi erkin bichilgan.', 'Мягкая хлопковая подкладка, свободный крой в плечах.', 'A soft cotton lining and an easy cut at the shoulders.'],
  },
  {
    category: 'ayollar-koylaklari', kind: 'robe', family: 'wear', shops: loom, price: [360, 690], axes: [colours, wearSizes], attributes: { material: 'silk', ...woven },
    heads: [['Atlas koʻylak', 'Платье из атласа', 'Atlas dress'], ['Yozgi koʻylak', 'Летнее платье', 'Summer dress']],
    intro: ['Uzunligi tizzadan pastda, yeng uchlari jiyakli.', 'Длина ниже колена, рукава отделаны тесьмой.', 'Falls below the knee, with braided cuffs.'],
  },
  {
    category: 'erkaklar-futbolkalari', kind: 'shirt', family: 'wear', shops: ['qadam', 'uy-shabadasi'], price: [89, 159], axes: [colours, axis('size', ['S', 'M', 'L', 'XL', 'XXL'], 0)], attributes: { material: 'cotton', origin: 'toshkent', technique: 'sewn', handmade: false },
    heads: [['Erkaklar futbolkasi', 'Мужская футболка', 'Men’s T-shirt']],
    intro: ['Zich paxta, yuvilganda choʻzilmaydi.', 'Плотный хлопок, не растягивается после стирки.', 'Dense cotton that keeps its shape in the wash.'],
  },
  {
    category: 'ayollar-futbolkalari', kind: 'shirt', family: 'wear', shops: ['qadam', 'uy-shabadasi'], price: [85, 149], axes: [colours, axis('size', ['XS', 'S', 'M', 'L'], 0)], attributes: { material: 'cotton', origin: 'toshkent', technique: 'sewn', handmade: false },
    heads: [['Ayollar futbolkasi', 'Женская футболка', 'Women’s T-shirt']],
    intro: ['Erkin bichim, koʻkragida kichik ikat naqsh.', 'Свободный крой, на груди небольшой икат.', 'A relaxed cut with a small ikat on the chest.'],
  },
  {
    category: 'ipak-sharflar', kind: 'scarf', family: 'cloth', shops: loom, price: [120, 230], axes: [colours], attributes: { material: 'silk', ...woven },
    heads: [['Ipak sharf', 'Шёлковый шарф', 'Silk scarf'], ['Ikat sharf', 'Шарф с икатом', 'Ikat scarf']],
    intro: ['Yelkaga ham, boʻyinga ham chiroyli tushadi.', 'Красиво ложится и на плечи, и на шею.', 'Drapes well over the shoulders or round the neck.'],
  },
  {
    category: 'roymollar', kind: 'scarf', family: 'cloth', shops: loom, price: [70, 140], axes: [colours, axis('dimensions', ['70×70', '90×90'], 0.3)], attributes: { material: 'silk', ...woven },
    heads: [['Ipak roʻmol', 'Шёлковый платок', 'Silk headscarf'], ['Margʻilon roʻmoli', 'Маргиланский платок', 'Margilan headscarf']],
    intro: ['Chetlari qoʻlda bukib tikilgan.', 'Края подшиты вручную.', 'The edges are rolled and hemmed by hand.'],
  },
  {
    category: 'erkaklar-doppilari', kind: 'doppi', family: 'embroidery', shops: ['buxoro-zardoz', 'registon-sovga'], price: [75, 160], axes: [colours, caps], attributes: { ...capAttributes, origin: 'chust' },
    heads: [['Chust doʻppisi', 'Чустская тюбетейка', 'Chust skullcap'], ['Erkaklar doʻppisi', 'Мужская тюбетейка', 'Men’s skullcap']],
    intro: ['Toʻrt qalampir gulli, buklab choʻntakka solsa boʻladi.', 'Четыре узора «калампир»; складывается и помещается в карман.', 'Four pepper motifs; it folds flat into a pocket.'],
  },
  {
    category: 'ayollar-doppilari', kind: 'doppi', family: 'embroidery', shops: ['buxoro-zardoz', 'margilon-ipak'], price: [95, 210], axes: [colours, axis('size', ['54', '56', '58'], 0)], attributes: { ...capAttributes, origin: 'shahrisabz' },
    heads: [['Iroqi doʻppi', 'Тюбетейка «ироки»', 'Iroki skullcap'], ['Ayollar doʻppisi', 'Женская тюбетейка', 'Women’s skullcap']],
    intro: ['Iroqi choki bilan toʻliq qoplangan, rangi oʻchmaydi.', 'Сплошь покрыта швом «ироки», цвета не блёкнут.', 'Covered all over in iroki stitch, with colours that last.'],
  },
  {
    category: 'bolalar-doppilari', kind: 'doppi', family: 'embroidery', shops: ['buxoro-zardoz', 'bolajon'], price: [55, 95], axes: [colours], attributes: { ...capAttributes, origin: 'andijon' },
    heads: [['Bolalar doʻppisi', 'Детская тюбетейка', 'Children’s skullcap']],
    intro: ['Yengil va yumshoq, Navroʻz bayramiga eng yaxshi sovgʻa.', 'Лёгкая и мягкая, лучший подарок к Наврузу.', 'Light and soft, just right for Navruz.'],
  },
  {
    category: 'erkaklar-krossovkalari', kind: 'sneakers', family: 'shoes', shops: ['qadam'], price: [390, 690], axes: [colours, men], attributes: { material: 'textile', origin: 'samarqand', technique: 'sewn', handmade: false },
    heads: [['Erkaklar krossovkasi', 'Мужские кроссовки', 'Men’s trainers']],
    intro: ['Tovoni mustahkam, kun boʻyi yurgandan keyin ham oyoq toliqmaydi.', 'Устойчивая пятка: ноги не устают и после целого дня ходьбы.', 'A firm heel keeps feet fresh after a full day’s walking.'],
  },
  {
    category: 'ayollar-krossovkalari', kind: 'sneakers', family: 'shoes', shops: ['qadam'], price: [370, 650], axes: [colours, women], attributes: { material: 'textile', origin: 'samarqand', technique: 'sewn', handmade: false },
    heads: [['Ayollar krossovkasi', 'Женские кроссовки', 'Women’s trainers']],
    intro: ['Bir jufti bor-yoʻgʻi 420 gramm.', 'Пара весит всего 420 граммов.', 'A pair weighs just 420 grams.'],
  },
  {
    category: 'bolalar-krossovkalari', kind: 'sneakers', family: 'shoes', shops: ['qadam', 'bolajon'], price: [210, 340], axes: [colours, children], attributes: { material: 'textile', origin: 'samarqand', technique: 'sewn', handmade: false },
    heads: [['Bolalar krossovkasi', 'Детские кроссовки', 'Children’s trainers']],
    intro: ['Bola oʻzi kiyib, oʻzi yechadigan yumshoq bogʻich.', 'Мягкая шнуровка: ребёнок обувается сам.', 'Soft laces that a child can manage alone.'],
  },
  {
    category: 'shahar-ryukzaklari', kind: 'backpack', family: 'bag', shops: ['qadam', 'uy-shabadasi'], price: [260, 440], axes: [colours], attributes: { material: 'textile', origin: 'toshkent', technique: 'sewn', handmade: false },
    heads: [['Shahar ryukzagi', 'Городской рюкзак', 'City backpack']],
    intro: ['15,6 dyuymli noutbuk uchun yumshoq boʻlim bor.', 'Есть мягкий отсек для ноутбука 15,6 дюйма.', 'With a padded pocket for a 15.6-inch laptop.'],
  },
  {
    category: 'maktab-ryukzaklari', kind: 'backpack', family: 'bag', shops: ['qadam', 'bolajon'], price: [190, 320], axes: [colours], attributes: { material: 'textile', origin: 'toshkent', technique: 'sewn', handmade: false },
    heads: [['Maktab ryukzagi', 'Школьный рюкзак', 'School backpack']],
    intro: ['Orqa tomoni qattiq: bolaning qaddini toʻgʻri tutadi.', 'Жёсткая спинка помогает держать осанку.', 'The firm back helps a child stand straight.'],
  },
  {
    category: 'sayohat-ryukzaklari', kind: 'backpack', family: 'bag', shops: ['qadam'], price: [380, 620], axes: [colours], attributes: { material: 'textile', origin: 'samarqand', technique: 'sewn', handmade: false },
    heads: [['Sayohat ryukzagi', 'Походный рюкзак', 'Travel backpack']],
    intro: ['Uch kunlik safar uchun 32 litr joy.', '32 литра: хватит на три дня пути.', 'Thirty-two litres, enough for three days away.'],
  },
]
