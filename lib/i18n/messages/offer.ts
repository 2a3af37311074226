import { dictionary } from '@/lib/i18n'

/** What a shopper reads of prices. */
export const offerText = dictionary({
  uz: {
    lowest: 'Chegirmadan oldingi 30 kundagi eng past narx: {price}',
    from: '{n} donadan',
    atLeast: 'Kamida {n} dona sotiladi',
    packs: '{n} donadan oʻram bilan sotiladi',
    bundle: 'Toʻplamda',
    cheaperFrom: '{n} donadan olsangiz, donasi {price}',
    tooFew: 'Kamida {n} dona oling',
    notAPack: 'Soni {n} ga karrali boʻlsin',
  },
  ru: {
    lowest: 'Самая низкая цена за 30 дней до скидки: {price}',
    from: 'от {n} шт.',
    atLeast: 'Продаётся от {n} шт.',
    packs: 'Продаётся упаковками по {n} шт.',
    bundle: 'В наборе',
    cheaperFrom: 'От {n} шт. — по {price}',
    tooFew: 'Возьмите не меньше {n} шт.',
    notAPack: 'Количество должно делиться на {n}',
  },
  en: {
    lowest: 'Lowest price of the 30 days before the discount: {price}',
    from: 'from {n}',
    atLeast: 'Sold from {n} pieces on',
    packs: 'Sold in packs of {n}',
    bundle: 'In this set',
    cheaperFrom: '{price} each from {n} on',
    tooFew: 'Please take at least {n}',
    notAPack: 'Please take a multiple of {n}',
  },
})
