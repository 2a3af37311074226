import type { HelpTexts } from '../schema'

export const payment: HelpTexts = {
  uz: {
    title: 'Toʻlov usullari',
    summary: 'Karta orqali onlayn yoki qabul qilganda naqd. Pul sotuvchiga tovar yetgach oʻtadi.',
    sections: [
      {
        heading: 'Qanday toʻlash mumkin',
        lines: [
          '• Payme — Uzcard va Humo kartalari bilan. Toʻlov Payme sahifasida oʻtadi, karta raqami bizga koʻrinmaydi.',
          '• Naqd — tovarni qoʻlingizga olganda, har bir joʻnatma uchun alohida.',
        ],
      },
      {
        heading: 'Buyurtma qancha saqlanadi',
        lines: [
          'Buyurtma berilgach, tovar siz uchun 30 daqiqa ushlab turiladi. Shu vaqt ichida toʻlanmasa, u yana sotuvga chiqadi.',
          'Toʻlov oxirida xato chiqsa, buyurtma sahifasidan qayta toʻlash mumkin: ikki marta pul yechilmaydi.',
        ],
      },
      {
        heading: 'Jami summa',
        lines: [
          'Toʻlashdan oldin tovarlar, har bir doʻkonning yetkazish haqi va jami alohida yoziladi. Narx shu orada oʻzgargan boʻlsa, avval sizdan soʻraymiz.',
        ],
      },
      {
        heading: 'Pul qaytarilganda',
        lines: ['Bekor qilingan joʻnatmaning puli toʻlangan kartaga qaytadi, odatda bir-uch ish kunida.'],
      },
    ],
  },
  ru: {
    title: 'Способы оплаты',
    summary: 'Картой онлайн или наличными при получении. Продавец получает деньги, когда товар у вас.',
    sections: [
      {
        heading: 'Как можно заплатить',
        lines: [
          '• Payme — картами Uzcard и Humo. Оплата проходит на странице Payme, номер карты мы не видим.',
          '• Наличными — когда получаете товар, за каждую посылку отдельно.',
        ],
      },
      {
        heading: 'Сколько держится заказ',
        lines: [
          'После оформления товар отложен для вас на 30 минут. Если оплаты не было, он возвращается в продажу.',
          'Если в конце оплаты случилась ошибка, заплатите ещё раз со страницы заказа: дважды деньги не спишутся.',
        ],
      },
      {
        heading: 'Итоговая сумма',
        lines: [
          'До оплаты отдельно показаны товары, доставка каждого магазина и итог. Если цена за это время изменилась, мы сначала спросим вас.',
        ],
      },
      {
        heading: 'Когда деньги возвращаются',
        lines: ['Деньги за отменённую посылку возвращаются на ту же карту, обычно за один–три рабочих дня.'],
      },
    ],
  },
  en: {
    title: 'Payment',
    summary: 'By card online or in cash at the door. The seller is paid once you have the goods.',
    sections: [
      {
        heading: 'How you can pay',
        lines: [
          '• Payme, with Uzcard and Humo cards. You pay on Payme’s own page; we never see the card number.',
          '• Cash, when the goods are in your hands, for each parcel separately.',
        ],
      },
      {
        heading: 'How long an order waits',
        lines: [
          'After you order, the goods are held for you for 30 minutes. If they are not paid by then, they go back on sale.',
          'If something fails at the end of a payment, pay again from the order page: you are never charged twice.',
        ],
      },
      {
        heading: 'The total',
        lines: [
          'Before you pay you see the goods, each shop’s delivery and the total. If a price has changed meanwhile, we ask you first.',
        ],
      },
      {
        heading: 'When money comes back',
        lines: ['The money of a cancelled parcel returns to the same card, usually within one to three working days.'],
      },
    ],
  },
}
