import { type Line, axis, colours } from './line'

const hand = { handmade: true, technique: 'hand_painted' }
const rishton = { material: 'ceramic', origin: 'rishton', ...hand }
const gijduvon = { material: 'ceramic', origin: 'gijduvon', ...hand }
const pots = ['rishton-kulol', 'gijduvon-sopol', 'registon-sovga'] as const
const smiths = ['chust-temirchi', 'registon-sovga'] as const

export const craftLines: readonly Line[] = [
  {
    category: 'choynaklar', kind: 'choynak', family: 'ceramic', shops: pots, price: [110, 240],
    axes: [colours, axis('volume', ['0.7', '1.2', '2'], 0.24)], attributes: { ...rishton, material: 'porcelain' },
    heads: [['Rishton choynagi', 'Риштанский чайник', 'Rishtan teapot'], ['Paxta gulli choynak', 'Чайник с узором «пахта»', 'Cotton-flower teapot']],
    intro: ['Jumragi tomchilamaydi, qopqogʻi choy quyganda tushib ketmaydi.', 'Носик не капает, а крышка не падает, когда наливаешь чай.', 'The spout does not drip and the lid stays on while you pour.'],
  },
  {
    category: 'piyolalar', kind: 'piala', family: 'ceramic', shops: pots, price: [28, 60],
    axes: [colours, axis('set', ['1', '2', '6'], 1.6)], attributes: { ...rishton, material: 'porcelain' },
    heads: [['Rishton piyolasi', 'Риштанская пиала', 'Rishtan tea bowl'], ['Choy piyolasi', 'Пиала для чая', 'Tea bowl']],
    intro: ['Devori yupqa: choyning issigʻi qoʻlga yetadi, lekin kuydirmaydi.', 'Стенки тонкие: тепло чая чувствуется, но не обжигает.', 'Thin walls let you feel the warmth of the tea without burning your fingers.'],
  },
  {
    category: 'laganlar', kind: 'plate', family: 'ceramic', shops: pots, price: [120, 260],
    axes: [colours, axis('diameter', ['32', '36', '42'], 0.3)], attributes: rishton,
    heads: [['Rishton lagani', 'Риштанский ляган', 'Rishtan platter'], ['Palov lagani', 'Ляган для плова', 'Plov platter']],
    intro: ['Besh-olti kishilik palov bemalol sigʻadi.', 'Легко вмещает плов на пять-шесть человек.', 'Holds plov for five or six people with ease.'],
  },
  {
    category: 'kosalar', kind: 'piala', family: 'ceramic', shops: pots, price: [42, 85],
    axes: [colours, axis('diameter', ['16', '20'], 0.35)], attributes: gijduvon,
    heads: [['Shoʻrva kosasi', 'Коса для шурпы', 'Soup bowl'], ['Gʻijduvon kosasi', 'Гиждуванская коса', 'Gijduvan bowl']],
    intro: ['Chuqur va barqaror, shoʻrva uzoq sovimaydi.', 'Глубокая и устойчивая, суп долго не остывает.', 'Deep and steady, it keeps soup hot for a long time.'],
  },
  {
    category: 'likopchalar', kind: 'plate', family: 'ceramic', shops: pots, price: [36, 70],
    axes: [colours, axis('diameter', ['16', '20', '24'], 0.3)], attributes: gijduvon,
    heads: [['Desert likopchasi', 'Десертная тарелка', 'Dessert plate'], ['Gʻijduvon likopchasi', 'Гиждуванская тарелка', 'Gijduvan plate']],
    intro: ['Non, meva va shirinlik uchun qulay oʻlcham.', 'Удобный размер для лепёшек, фруктов и сладостей.', 'A handy size for bread, fruit and sweets.'],
  },
  {
    category: 'choy-toplamlari', kind: 'choynak', family: 'ceramic', shops: pots, price: [290, 520],
    axes: [colours, axis('set', ['4', '6', '12'], 0.35)], attributes: { ...rishton, material: 'porcelain' },
    heads: [['Choy toʻplami', 'Чайный набор', 'Tea set'], ['Mehmonlar uchun choy toʻplami', 'Чайный набор для гостей', 'Tea set for guests']],
    intro: ['Choynak va piyolalar bitta naqshda, bir qoʻl bilan boʻyalgan.', 'Чайник и пиалы расписаны одним узором и одной рукой.', 'Teapot and bowls share one pattern, painted by one hand.'],
  },
  {
    category: 'krujkalar', kind: 'mug', family: 'ceramic', shops: ['uy-shabadasi', 'registon-sovga'], price: [39, 79],
    axes: [colours, axis('volume', ['350', '450'], 0.15)], attributes: { material: 'ceramic', origin: 'toshkent', handmade: false },
    heads: [['Krujka', 'Кружка', 'Mug'], ['Sovgʻabop krujka', 'Подарочная кружка', 'Gift mug']],
    intro: ['Dastasi keng, toʻrt barmoq bemalol sigʻadi.', 'Широкая ручка, удобно держать всей ладонью.', 'A wide handle with room for four fingers.'],
  },
  {
    category: 'chust-pichoqlari', kind: 'knife', family: 'metal', shops: smiths, price: [180, 420],
    axes: [colours, axis('blade', ['15', '17', '20'], 0.18)], attributes: { material: 'carbon_steel', origin: 'chust', technique: 'forged', handmade: true },
    heads: [['Chust pichogʻi', 'Чустский нож', 'Chust knife'], ['Gulband pichoq', 'Нож с узорной рукоятью', 'Inlaid-handle knife']],
    intro: ['Charm qini bilan birga keladi.', 'Поставляется в кожаных ножнах.', 'Comes in a leather sheath.'],
  },
  {
    category: 'oshxona-pichoqlari', kind: 'knife', family: 'metal', shops: smiths, price: [90, 190],
    axes: [colours, axis('blade', ['13', '15', '17'], 0.16)], attributes: { material: 'steel', origin: 'chust', technique: 'forged', handmade: true },
    heads: [['Oshpaz pichogʻi', 'Поварской нож', 'Chef’s knife'], ['Sabzavot pichogʻi', 'Нож для овощей', 'Vegetable knife']],
    intro: ['Sabzini palovga bir tekis toʻgʻraydi.', 'Ровно нарезает морковь для плова.', 'Cuts carrots for plov into even strips.'],
  },
  {
    category: 'sovga-pichoqlari', kind: 'knife', family: 'metal', shops: smiths, price: [380, 780],
    axes: [colours], attributes: { material: 'carbon_steel', origin: 'chust', technique: 'forged', handmade: true },
    heads: [['Sovgʻa pichogʻi', 'Подарочный нож', 'Gift knife'], ['Usta pichogʻi', 'Авторский нож мастера', 'Master’s knife']],
    intro: ['Yogʻoch qutida, usta tamgʻasi bilan.', 'В деревянной шкатулке, с клеймом мастера.', 'In a wooden box, with the maker’s stamp.'],
  },
  {
    category: 'qozonlar', kind: 'qozon', family: 'metal', shops: ['chust-temirchi'], price: [210, 380],
    axes: [colours, axis('volume', ['5', '8', '12'], 0.32)], attributes: { material: 'cast_iron', origin: 'namangan', technique: 'cast', handmade: false },
    heads: [['Choʻyan qozon', 'Чугунный казан', 'Cast-iron cauldron'], ['Palov qozoni', 'Казан для плова', 'Plov cauldron']],
    intro: ['Devori qalin: guruch bir tekis damlanadi, tagiga olmaydi.', 'Толстые стенки: рис томится ровно и не пригорает.', 'Thick walls steam the rice evenly and keep it from burning.'],
  },
  {
    category: 'ziravor-idishlari', kind: 'jar', family: 'ceramic', shops: ['uy-shabadasi', 'gijduvon-sopol'], price: [38, 82],
    axes: [axis('volume', ['200', '350'], 0.3), axis('set', ['1', '4'], 2.4)], attributes: { material: 'glass', origin: 'toshkent', handmade: false },
    heads: [['Ziravor idishi', 'Банка для специй', 'Spice jar'], ['Qopqoqli idish', 'Банка с крышкой', 'Lidded jar']],
    intro: ['Qopqogʻi zich yopiladi, zira hidini yoʻqotmaydi.', 'Крышка закрывается плотно, зира не теряет аромата.', 'The lid closes tightly, so cumin keeps its aroma.'],
  },
  {
    category: 'jun-gilamlar', kind: 'carpet', family: 'carpet', shops: ['xiva-gilam'], price: [1400, 2600],
    axes: [colours, axis('dimensions', ['120×180', '150×225', '200×300'], 0.55)], attributes: { material: 'wool', origin: 'xiva', technique: 'hand_woven', handmade: true },
    heads: [['Jun gilam', 'Шерстяной ковёр', 'Wool carpet'], ['Xiva gilami', 'Хивинский ковёр', 'Khiva carpet']],
    intro: ['Anor poʻchogʻi va roʻyan ildizidan olingan tabiiy boʻyoqlar.', 'Природные красители из гранатовой кожуры и корня марены.', 'Natural dyes from pomegranate rind and madder root.'],
  },
  {
    category: 'ipak-gilamlar', kind: 'carpet', family: 'carpet', shops: ['xiva-gilam', 'buxoro-zardoz'], price: [4200, 7800],
    axes: [colours, axis('dimensions', ['80×150', '120×180'], 0.7)], attributes: { material: 'silk', origin: 'buxoro', technique: 'hand_woven', handmade: true },
    heads: [['Ipak gilam', 'Шёлковый ковёр', 'Silk carpet'], ['Buxoro gilami', 'Бухарский ковёр', 'Bukhara carpet']],
    intro: ['Rangi yorugʻlik tushishiga qarab oʻzgarib, jilolanib turadi.', 'Цвет играет и меняется в зависимости от света.', 'Its colour shimmers and changes with the light.'],
  },
  {
    category: 'yolak-gilamlar', kind: 'carpet', family: 'carpet', shops: ['xiva-gilam', 'uy-shabadasi'], price: [620, 1100],
    axes: [colours, axis('dimensions', ['80×150', '80×300'], 0.6)], attributes: { material: 'wool', origin: 'xiva', technique: 'hand_woven', handmade: true },
    heads: [['Yoʻlak gilami', 'Ковровая дорожка', 'Runner carpet'], ['Dahliz gilami', 'Ковёр для прихожей', 'Hall carpet']],
    intro: ['Dahliz va zinapoya uchun chidamli past tuk.', 'Стойкий низкий ворс для прихожей и лестницы.', 'A hard-wearing low pile for halls and stairs.'],
  },
  {
    category: 'sozanalar', kind: 'suzani', family: 'embroidery', shops: ['buxoro-zardoz', 'registon-sovga'], price: [680, 1500],
    axes: [colours, axis('dimensions', ['90×90', '150×225'], 0.9)], attributes: { material: 'cotton', origin: 'nurota', technique: 'embroidered', handmade: true },
    heads: [['Soʻzana', 'Сюзане', 'Suzani'], ['Nurota soʻzanasi', 'Нуратинское сюзане', 'Nurata suzani']],
    intro: ['Anor, bodom va quyosh gullari ipak ip bilan tikilgan.', 'Гранаты, миндаль и солнечные розетки вышиты шёлком.', 'Pomegranates, almonds and sun rosettes stitched in silk.'],
  },
  {
    category: 'devor-laganlari', kind: 'plate', family: 'ceramic', shops: pots, price: [160, 340],
    axes: [colours, axis('diameter', ['28', '36'], 0.4)], attributes: rishton,
    heads: [['Devor lagani', 'Настенное блюдо', 'Wall plate'], ['Bezakli lagan', 'Декоративное блюдо', 'Decorative platter']],
    intro: ['Orqasida ilgagi bor, devorga osish oson.', 'На обороте есть крепление, легко повесить на стену.', 'A fixing on the back makes it easy to hang.'],
  },
  {
    category: 'yostiqlar', kind: 'cushion', family: 'cloth', shops: ['uy-shabadasi', 'margilon-ipak'], price: [85, 160],
    axes: [colours, axis('dimensions', ['40×40', '50×50'], 0.22)], attributes: { material: 'half_silk', origin: 'margilon', technique: 'sewn', handmade: true },
    heads: [['Adras yostiq', 'Подушка из адраса', 'Adras cushion'], ['Ikat yostiq', 'Подушка с икатом', 'Ikat cushion']],
    intro: ['Jildi zamokli, yechib yuvish mumkin.', 'Чехол на молнии, легко снять и постирать.', 'The zipped cover comes off for washing.'],
  },
]
