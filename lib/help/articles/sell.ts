import type { HelpTexts } from '../schema'

export const sell: HelpTexts = {
  uz: {
    title: 'Bozorda qanday sotiladi',
    summary: 'Doʻkon oching, tovarlarni bir faylda yuklang, joʻnating — pul hisobingizga tushadi.',
    sections: [
      {
        heading: 'Boshlash',
        lines: [
          '• Telefon raqamingiz bilan kiring va doʻkoningiz haqida yozing.',
          '• Tovarlarni bittalab qoʻshing yoki Shopify CSV faylini yuklang.',
          '• Narx, qoldiq va yetkazish shartlarini belgilang — doʻkon ochiq.',
        ],
      },
      {
        heading: 'Buyurtma kelganda',
        lines: [
          'Yangi joʻnatma ish stolingizda darhol koʻrinadi. Tasdiqlang, jamlang, joʻnatma raqami bilan yuboring. Xaridor har qadamni oʻz sahifasida koʻradi.',
          'Tovar qolmagan boʻlsa, joʻnatmani bekor qiling: pul xaridorga qaytadi, boshqa doʻkonlar qismi oʻzgarmaydi.',
        ],
      },
      {
        heading: 'Haq va toʻlov',
        lines: [
          'Bozor har bir sotilgan tovardan ulush oladi; ulush buyurtma paytida qotiriladi, keyin oʻzgarmaydi. Yetkazish haqi toʻliq sizniki.',
          'Pul tovar yetkazilgach hisobingizga oʻtadi. Toʻliq qaytarilganda ulush ham qaytariladi.',
        ],
      },
      {
        heading: 'Dasturingizni ulash',
        lines: [
          'Tovar, qoldiq va joʻnatmalarni REST API orqali boshqarish mumkin. Kalitni operator beradi, tavsifi /api/v1/docs sahifasida.',
        ],
      },
    ],
  },
  ru: {
    title: 'Как продавать на Bozor',
    summary: 'Откройте магазин, загрузите товары одним файлом, отправляйте — деньги придут на ваш счёт.',
    sections: [
      {
        heading: 'С чего начать',
        lines: [
          '• Войдите по номеру телефона и расскажите о магазине.',
          '• Добавьте товары по одному или загрузите файл Shopify CSV.',
          '• Укажите цены, остатки и условия доставки — магазин открыт.',
        ],
      },
      {
        heading: 'Когда пришёл заказ',
        lines: [
          'Новая посылка сразу видна в вашем кабинете. Подтвердите, соберите, отправьте с номером. Покупатель видит каждый шаг на своей странице.',
          'Если товара не осталось, отмените посылку: деньги вернутся покупателю, части других магазинов это не затронет.',
        ],
      },
      {
        heading: 'Комиссия и выплаты',
        lines: [
          'Bozor берёт долю с каждого проданного товара; она закрепляется в момент заказа и потом не меняется. Плата за доставку целиком ваша.',
          'Деньги переходят к вам, когда товар доставлен. При полном возврате возвращается и комиссия.',
        ],
      },
      {
        heading: 'Подключить свою программу',
        lines: [
          'Товарами, остатками и посылками можно управлять через REST API. Ключ выдаёт оператор, описание — на странице /api/v1/docs.',
        ],
      },
    ],
  },
  en: {
    title: 'How to sell on Bozor',
    summary: 'Open a shop, upload your goods in one file, send parcels — the money reaches your account.',
    sections: [
      {
        heading: 'Getting started',
        lines: [
          '• Sign in with your phone number and describe your shop.',
          '• Add goods one by one or upload a Shopify CSV file.',
          '• Set prices, stock and delivery terms, and you are open.',
        ],
      },
      {
        heading: 'When an order comes',
        lines: [
          'A new parcel shows on your desk at once. Confirm it, pack it, send it with a tracking number. The buyer sees every step.',
          'If you have run out, cancel the parcel: the buyer gets the money back and the other shops’ parts stay as they are.',
        ],
      },
      {
        heading: 'Commission and payouts',
        lines: [
          'Bozor keeps a share of every item sold; it is fixed when the order is placed and never changes afterwards. The delivery fee is all yours.',
          'The money becomes yours when the goods are delivered. A full refund gives the commission back too.',
        ],
      },
      {
        heading: 'Connect your own software',
        lines: [
          'Goods, stock and parcels can be managed through the REST API. The operator issues the key; /api/v1/docs describes the calls.',
        ],
      },
    ],
  },
}
