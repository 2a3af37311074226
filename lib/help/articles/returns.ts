import type { HelpTexts } from '../schema'

export const returns: HelpTexts = {
  uz: {
    title: 'Qaytarish',
    summary: 'Yoqmagan tovarni 10 kun ichida qaytarasiz, singanining puli shu kuni qaytadi.',
    sections: [
      {
        heading: '10 kunlik muddat',
        lines: [
          'Oʻzbekiston qonuniga koʻra, yaroqli nooziq-ovqat tovarini 10 kun ichida almashtirish yoki qaytarish mumkin. Sabab aytish shart emas.',
          'Tovar ishlatilmagan, yorligʻi va qutisi joyida boʻlsin.',
        ],
      },
      {
        heading: 'Singan, nuqsonli yoki boshqa tovar kelsa',
        lines: [
          'Rasmini oling va buyurtma sahifasidagi doʻkonga yuboring. Pul toʻliq, yetkazish haqi bilan qaytadi; orqaga joʻnatish sotuvchi hisobidan.',
        ],
      },
      {
        heading: 'Qanday qaytariladi',
        lines: [
          '• Buyurtma sahifasini oching va joʻnatmani tanlang.',
          '• Qaysi tovar, nechta va nima uchun qaytarilayotganini yozing.',
          '• Tovarni kuryerga bering yoki doʻkonga olib boring.',
          '• Doʻkon qabul qilgach, pul toʻlangan kartaga qaytadi.',
        ],
      },
      {
        heading: 'Qaytarilmaydigan tovarlar',
        lines: [
          '• Ochilgan oziq-ovqat va atir-upa.',
          '• Ichki kiyim va paypoq.',
          '• Siz uchun maxsus tayyorlangan buyum.',
        ],
      },
    ],
  },
  ru: {
    title: 'Возврат',
    summary: 'Не подошло — верните за 10 дней; за разбитое деньги вернутся в тот же день.',
    sections: [
      {
        heading: '10 дней',
        lines: [
          'По закону Узбекистана исправный непродовольственный товар можно обменять или вернуть за 10 дней. Причину называть не нужно.',
          'Товар не должен быть в использовании, ярлыки и упаковка — на месте.',
        ],
      },
      {
        heading: 'Если пришло разбитое, с браком или не то',
        lines: [
          'Сфотографируйте и отправьте магазину со страницы заказа. Деньги вернутся полностью, вместе с доставкой; обратную дорогу оплачивает продавец.',
        ],
      },
      {
        heading: 'Как вернуть',
        lines: [
          '• Откройте страницу заказа и выберите посылку.',
          '• Укажите, что возвращаете, сколько и почему.',
          '• Отдайте товар курьеру или привезите в магазин.',
          '• Когда магазин примет товар, деньги вернутся на карту.',
        ],
      },
      {
        heading: 'Что вернуть нельзя',
        lines: [
          '• Открытые продукты и косметику.',
          '• Бельё и чулочно-носочные изделия.',
          '• Вещи, сделанные на заказ лично для вас.',
        ],
      },
    ],
  },
  en: {
    title: 'Returns',
    summary: 'Ten days to send back what does not suit you; money for broken goods the same day.',
    sections: [
      {
        heading: 'Ten days',
        lines: [
          'The law of Uzbekistan gives you ten days to exchange or return sound non-food goods. You need not say why.',
          'The goods should be unused, with their labels and box.',
        ],
      },
      {
        heading: 'Broken, faulty or not what you ordered',
        lines: [
          'Take a picture and send it to the shop from the order page. You get everything back, delivery included, and the seller pays the way back.',
        ],
      },
      {
        heading: 'How to return',
        lines: [
          '• Open the order page and choose the parcel.',
          '• Say what you return, how many and why.',
          '• Hand the goods to the courier or bring them to the shop.',
          '• Once the shop has them, the money returns to your card.',
        ],
      },
      {
        heading: 'What cannot be returned',
        lines: ['• Opened food and cosmetics.', '• Underwear and hosiery.', '• Things made for you personally.'],
      },
    ],
  },
}
