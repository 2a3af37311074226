import { dictionary } from '@/lib/i18n'

/** What shoppers read at the places where something may be tried; `add` and `season` are the catalogue's own words. */
export const trialText = dictionary({
  uz: {
    take: 'Olaman',
    want: 'Shu kerak',
    priceTitle: 'Ustadan toʻgʻridan-toʻgʻri — ortiqcha narxsiz',
    priceText: 'Vositachi yoʻq: hunarmand oʻz narxini oʻzi qoʻyadi. Sinsa, pulingizni qaytaramiz.',
    trustTitle: 'Avval qabul qilasiz, keyin sotuvchi pul oladi',
    trustText: 'Pulingiz tovarni koʻrib olguningizcha bizda turadi. Yoqmasa — 10 kun ichida qaytarasiz.',
  },
  ru: {
    take: 'Беру',
    want: 'Хочу такой',
    priceTitle: 'Прямо от мастера — без лишней наценки',
    priceText: 'Посредников нет: цену ставит сам ремесленник. Разобьётся в пути — вернём деньги.',
    trustTitle: 'Сначала вы принимаете заказ, потом продавцу платят',
    trustText: 'Деньги у нас, пока вы не увидите товар. Не подошло — верните в течение 10 дней.',
  },
  en: {
    take: 'I’ll take it',
    want: 'I want this',
    priceTitle: 'Straight from the master, with nothing added',
    priceText: 'No middlemen: the maker names the price. If it breaks on the way, we refund it.',
    trustTitle: 'You receive it first, the seller is paid afterwards',
    trustText: 'We hold your money until you have seen the goods. Not right? Send it back within 10 days.',
  },
})
