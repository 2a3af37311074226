import type { HelpTexts } from '../schema'

export const delivery: HelpTexts = {
  uz: {
    title: 'Yetkazib berish',
    summary: 'Kuryer, pochta yoki doʻkondan olib ketish: narxi va muddati buyurtmadan oldin koʻrinadi.',
    sections: [
      {
        heading: 'Uch xil usul',
        lines: [
          '• Kuryer — koʻrsatgan manzilingizga olib boradi. Narxini har bir doʻkon oʻzi belgilaydi, koʻp doʻkonda maʼlum summadan boshlab bepul.',
          '• Pochta — Oʻzbekistonning barcha viloyat va tumanlariga. Joʻnatma raqami buyurtma sahifasida paydo boʻladi.',
          '• Olib ketish — bepul, manzil yozish shart emas. Doʻkon jamlab boʻlgach, sahifada xabar chiqadi.',
        ],
      },
      {
        heading: 'Nega bir buyurtmada bir nechta joʻnatma',
        lines: [
          'Savatda bir necha doʻkonning tovari boʻlsa, har bir doʻkon oʻz qismini alohida joʻnatadi. Toʻlov bitta, kuzatish ham bitta sahifada.',
          'Bir joʻnatma bekor qilinsa, qolganlariga taʼsir qilmaydi: puli qaytadi, boshqalari yoʻlida davom etadi.',
        ],
      },
      {
        heading: 'Qachon yetadi',
        lines: [
          'Doʻkon tovarni bir-ikki ish kunida joʻnatadi, yoʻl shahar ichida bir kun, viloyatlarga ikki-besh kun oladi. Aniq muddat tovar sahifasida yozilgan.',
          'Buyurtma sahifasi oʻzi yangilanadi: tasdiqlandi, jamlandi, joʻnatildi, yetkazildi.',
        ],
      },
      {
        heading: 'Qabul qilishda',
        lines: [
          'Qutini kuryer oldida oching. Tovar singan yoki boshqacha boʻlsa, rasmga olib, qabul qilmang: pulingiz qaytariladi.',
        ],
      },
    ],
  },
  ru: {
    title: 'Доставка',
    summary: 'Курьер, почта или самовывоз: цена и срок видны до заказа.',
    sections: [
      {
        heading: 'Три способа',
        lines: [
          '• Курьер привезёт по вашему адресу. Цену назначает магазин, у многих доставка бесплатна от определённой суммы.',
          '• Почта — во все области и районы Узбекистана. Номер отправления появится на странице заказа.',
          '• Самовывоз — бесплатно и без адреса. Когда магазин соберёт заказ, это будет видно на странице.',
        ],
      },
      {
        heading: 'Почему в одном заказе несколько посылок',
        lines: [
          'Если в корзине товары разных магазинов, каждый отправляет свою часть сам. Платите вы один раз и следите на одной странице.',
          'Отмена одной посылки не касается остальных: деньги за неё вернутся, другие поедут дальше.',
        ],
      },
      {
        heading: 'Когда приедет',
        lines: [
          'Магазин отправляет за один-два рабочих дня; по городу дорога занимает день, в области — от двух до пяти. Точный срок указан на странице товара.',
          'Страница заказа обновляется сама: подтверждён, собран, отправлен, доставлен.',
        ],
      },
      {
        heading: 'При получении',
        lines: [
          'Откройте коробку при курьере. Если товар разбит или не тот, сфотографируйте и не принимайте: деньги вернутся.',
        ],
      },
    ],
  },
  en: {
    title: 'Delivery',
    summary: 'Courier, post or pickup: you see the price and the day before you order.',
    sections: [
      {
        heading: 'Three ways',
        lines: [
          '• A courier brings it to your address. Each shop sets its fee; many deliver free from a certain sum.',
          '• Post reaches every region and district of Uzbekistan. The tracking number appears on the order page.',
          '• Pickup is free and needs no address. The order page tells you when the shop has packed it.',
        ],
      },
      {
        heading: 'Why one order comes in several parcels',
        lines: [
          'When your cart holds goods of several shops, each shop sends its own part. You pay once and follow everything on one page.',
          'Cancelling one parcel does not touch the others: its money comes back, the rest travels on.',
        ],
      },
      {
        heading: 'When it arrives',
        lines: [
          'Shops send within one or two working days; it takes a day within a city and two to five to the regions. The product page says which.',
          'The order page follows by itself: confirmed, packed, shipped, delivered.',
        ],
      },
      {
        heading: 'At the door',
        lines: [
          'Open the box while the courier is there. If something is broken or wrong, take a picture and do not accept it: your money comes back.',
        ],
      },
    ],
  },
}
