import type { Words } from './words'

/** `picture` is the key of the tile; a leaf's goods are the line of the same slug. */
export type Node = { slug: string; name: Words; picture: string; children: readonly Node[] }

const node = (
  slug: string,
  picture: string,
  uz: string,
  ru: string,
  en: string,
  children: readonly Node[] = [],
): Node => ({ slug, picture: `${picture}-cut`, name: [uz, ru, en], children })

export const tree: readonly Node[] = [
  node('idish-tovoq', 'plate-1p0', 'Idish-tovoq', 'Посуда', 'Tableware', [
    node('choynaklar', 'choynak-3p0', 'Choynaklar', 'Чайники', 'Teapots'),
    node('piyolalar', 'piala-2p0', 'Piyolalar', 'Пиалы', 'Tea bowls'),
    node('laganlar', 'plate-3p3', 'Laganlar', 'Ляганы', 'Platters'),
    node('kosalar', 'piala-1p1', 'Kosalar', 'Касы', 'Bowls'),
    node('likopchalar', 'plate-2p1', 'Likopchalar', 'Тарелки', 'Plates'),
    node('choy-toplamlari', 'choynak-1p4', 'Choy toʻplamlari', 'Чайные наборы', 'Tea sets'),
    node('krujkalar', 'mug-1p1', 'Krujkalar', 'Кружки', 'Mugs'),
  ]),
  node('mato-va-kiyim', 'robe-2p4', 'Mato va kiyim', 'Ткани и одежда', 'Cloth and clothes', [
    node('matolar', 'adras-3p0', 'Milliy matolar', 'Национальные ткани', 'Traditional fabrics', [
      node('adras-matolar', 'adras-3p0', 'Adras', 'Адрас', 'Adras'),
      node('atlas-matolar', 'adras-1p4', 'Atlas', 'Атлас', 'Atlas'),
      node('bekasam-matolar', 'adras-2p2', 'Bekasam', 'Бекасам', 'Bekasam'),
    ]),
    node('choponlar', 'robe-1p1', 'Choponlar', 'Чапаны', 'Robes'),
    node('ayollar-koylaklari', 'robe-3p3', 'Ayollar koʻylaklari', 'Женские платья', 'Dresses'),
    node('erkaklar-futbolkalari', 'shirt-1p1', 'Erkaklar futbolkalari', 'Мужские футболки', 'Men’s T-shirts'),
    node('ayollar-futbolkalari', 'shirt-1p2', 'Ayollar futbolkalari', 'Женские футболки', 'Women’s T-shirts'),
    node('sharf-va-roymollar', 'scarf-1p0', 'Sharf va roʻmollar', 'Шарфы и платки', 'Scarves', [
      node('ipak-sharflar', 'scarf-1p0', 'Ipak sharflar', 'Шёлковые шарфы', 'Silk scarves'),
      node('roymollar', 'scarf-2p3', 'Roʻmollar', 'Платки', 'Headscarves'),
    ]),
    node('doppilar', 'doppi-3p2', 'Doʻppilar', 'Тюбетейки', 'Skullcaps', [
      node('erkaklar-doppilari', 'doppi-1p0', 'Erkaklar doʻppilari', 'Мужские тюбетейки', 'Men’s skullcaps'),
      node('ayollar-doppilari', 'doppi-3p2', 'Ayollar doʻppilari', 'Женские тюбетейки', 'Women’s skullcaps'),
      node('bolalar-doppilari', 'doppi-2p3', 'Bolalar doʻppilari', 'Детские тюбетейки', 'Children’s skullcaps'),
    ]),
  ]),
  node('uy-bezagi', 'suzani-1p0', 'Uy bezagi', 'Декор для дома', 'Home decor', [
    node('gilamlar', 'carpet-2p0', 'Gilamlar', 'Ковры', 'Carpets', [
      node('jun-gilamlar', 'carpet-2p0', 'Jun gilamlar', 'Шерстяные ковры', 'Wool carpets'),
      node('ipak-gilamlar', 'carpet-1p1', 'Ipak gilamlar', 'Шёлковые ковры', 'Silk carpets'),
      node('yolak-gilamlar', 'carpet-3p2', 'Yoʻlak gilamlari', 'Дорожки', 'Runners'),
    ]),
    node('sozanalar', 'suzani-1p0', 'Soʻzanalar', 'Сюзане', 'Suzani'),
    node('yostiqlar', 'cushion-1p0', 'Yostiqlar', 'Подушки', 'Cushions'),
    node('devor-laganlari', 'plate-4p4', 'Devor laganlari', 'Настенные блюда', 'Wall plates'),
    node('chiroqlar', 'lamp-1p0', 'Chiroqlar', 'Светильники', 'Lamps', [
      node('stol-chiroqlari', 'lamp-1p0', 'Stol chiroqlari', 'Настольные лампы', 'Table lamps'),
      node('tungi-chiroqlar', 'lamp-2p1', 'Tungi chiroqlar', 'Ночники', 'Night lamps'),
    ]),
  ]),
  node('oshxona', 'qozon-1p0', 'Oshxona', 'Кухня', 'Kitchen', [
    node('pichoqlar', 'knife-1p0', 'Pichoqlar', 'Ножи', 'Knives', [
      node('chust-pichoqlari', 'knife-1p0', 'Chust pichoqlari', 'Чустские ножи', 'Chust knives'),
      node('oshxona-pichoqlari', 'knife-2p2', 'Oshxona pichoqlari', 'Кухонные ножи', 'Kitchen knives'),
      node('sovga-pichoqlari', 'knife-3p1', 'Sovgʻa pichoqlari', 'Подарочные ножи', 'Gift knives'),
    ]),
    node('qozonlar', 'qozon-1p0', 'Qozonlar', 'Казаны', 'Cauldrons'),
    node('ziravor-idishlari', 'jar-2p3', 'Ziravor idishlari', 'Банки для специй', 'Spice jars'),
  ]),
  node('elektronika', 'headphones-1p1', 'Elektronika', 'Электроника', 'Electronics', [
    node('smartfonlar', 'phone-1p0', 'Smartfonlar', 'Смартфоны', 'Smartphones'),
    node('quloqchinlar', 'headphones-1p1', 'Quloqchinlar', 'Наушники', 'Headphones', [
      node('simsiz-quloqchinlar', 'headphones-1p1', 'Simsiz quloqchinlar', 'Беспроводные', 'Wireless'),
      node('studiya-quloqchinlari', 'headphones-1p4', 'Studiya quloqchinlari', 'Студийные', 'Studio'),
    ]),
    node('aqlli-soatlar', 'watch-1p1', 'Aqlli soatlar', 'Умные часы', 'Smart watches'),
    node('kolonkalar', 'speaker-1p2', 'Kolonkalar', 'Колонки', 'Speakers'),
    node('maishiy-texnika', 'kettle-1p2', 'Maishiy texnika', 'Бытовая техника', 'Appliances', [
      node('elektr-choynaklar', 'kettle-1p2', 'Elektr choynaklar', 'Электрочайники', 'Kettles'),
      node(
        'shisha-choynaklar',
        'kettle-2p0',
        'Haroratli choynaklar',
        'Чайники с терморегулятором',
        'Variable-heat kettles',
      ),
    ]),
  ]),
  node('poyabzal-va-sumkalar', 'sneakers-1p0', 'Poyabzal va sumkalar', 'Обувь и сумки', 'Shoes and bags', [
    node('krossovkalar', 'sneakers-1p0', 'Krossovkalar', 'Кроссовки', 'Trainers', [
      node('erkaklar-krossovkalari', 'sneakers-1p1', 'Erkaklar krossovkalari', 'Мужские кроссовки', 'Men’s trainers'),
      node('ayollar-krossovkalari', 'sneakers-2p0', 'Ayollar krossovkalari', 'Женские кроссовки', 'Women’s trainers'),
      node(
        'bolalar-krossovkalari',
        'sneakers-1p2',
        'Bolalar krossovkalari',
        'Детские кроссовки',
        'Children’s trainers',
      ),
    ]),
    node('ryukzaklar', 'backpack-1p2', 'Ryukzaklar', 'Рюкзаки', 'Backpacks', [
      node('shahar-ryukzaklari', 'backpack-1p1', 'Shahar ryukzaklari', 'Городские рюкзаки', 'City backpacks'),
      node('maktab-ryukzaklari', 'backpack-1p2', 'Maktab ryukzaklari', 'Школьные рюкзаки', 'School backpacks'),
      node('sayohat-ryukzaklari', 'backpack-2p3', 'Sayohat ryukzaklari', 'Походные рюкзаки', 'Travel backpacks'),
    ]),
  ]),
  node('oziq-ovqat', 'fruit-2p0', 'Oziq-ovqat', 'Продукты', 'Food', [
    node('quritilgan-mevalar', 'fruit-2p0', 'Quritilgan mevalar', 'Сухофрукты', 'Dried fruit', [
      node('mayiz', 'fruit-2p0', 'Mayiz va kishmish', 'Изюм и кишмиш', 'Raisins'),
      node('turshak', 'fruit-1p1', 'Turshak', 'Курага', 'Dried apricots'),
      node('aralash-mevalar', 'fruit-3p0', 'Aralash mevalar', 'Ассорти', 'Mixed fruit'),
    ]),
    node('yongoqlar', 'fruit-4p1', 'Yongʻoqlar', 'Орехи', 'Nuts'),
    node('choylar', 'tea-1p1', 'Choy', 'Чай', 'Tea', [
      node('kok-choy', 'tea-1p1', 'Koʻk choy', 'Зелёный чай', 'Green tea'),
      node('qora-choy', 'tea-1p0', 'Qora choy', 'Чёрный чай', 'Black tea'),
      node('giyohli-choy', 'tea-1p2', 'Giyohli choy', 'Травяной чай', 'Herbal tea'),
    ]),
    node('sovga-savatlari', 'fruit-5p0', 'Sovgʻa savatlari', 'Подарочные корзины', 'Gift baskets'),
  ]),
  node('gozallik', 'jar-1p0', 'Goʻzallik', 'Красота', 'Beauty', [
    node('yuz-kremlari', 'jar-1p0', 'Yuz kremlari', 'Кремы для лица', 'Face creams'),
    node('tana-moylari', 'jar-2p2', 'Tana moylari', 'Масла для тела', 'Body oils'),
    node('soch-parvarishi', 'jar-1p1', 'Soch parvarishi', 'Уход за волосами', 'Hair care'),
    node('gozallik-toplamlari', 'jar-3p3', 'Parvarish toʻplamlari', 'Наборы для ухода', 'Skincare sets'),
  ]),
  node('kitoblar', 'book-1p0', 'Kitoblar', 'Книги', 'Books', [
    node('badiiy-adabiyot', 'book-1p0', 'Badiiy adabiyot', 'Художественная литература', 'Fiction'),
    node('bolalar-kitoblari', 'book-2p2', 'Bolalar kitoblari', 'Детские книги', 'Children’s books'),
    node('oshpazlik-kitoblari', 'book-3p1', 'Oshpazlik kitoblari', 'Кулинарные книги', 'Cookbooks'),
    node('sheriyat', 'book-4p3', 'Sheʼriyat', 'Поэзия', 'Poetry'),
  ]),
  node('kanselyariya', 'notebook-1p0', 'Kanselyariya', 'Канцтовары', 'Stationery', [
    node('daftarlar', 'notebook-1p0', 'Daftarlar', 'Тетради', 'Notebooks'),
    node('kundaliklar', 'notebook-2p1', 'Kundaliklar', 'Ежедневники', 'Diaries'),
    node('rejalashtirgichlar', 'notebook-1p3', 'Rejalashtirgichlar', 'Еженедельники', 'Planners'),
  ]),
  node('bolalar', 'toy-2p0', 'Bolalar', 'Детям', 'Children', [
    node('piramidalar', 'toy-2p0', 'Piramidalar', 'Пирамидки', 'Stackers'),
    node('kubiklar', 'toy-3p0', 'Kubiklar', 'Кубики', 'Blocks'),
    node('mantiqiy-oyinlar', 'toy-4p0', 'Mantiqiy oʻyinlar', 'Развивающие игры', 'Learning games'),
  ]),
]

/** For the front page: a scene to lead with and cuts to stand on painted grounds. */
export const heroPictures = [
  'choynak-3p0-scene',
  'plate-1p0-scene',
  'adras-3p0-scene',
  'suzani-2p0-scene',
  'choynak-3p0-cut',
] as const
