import type { HelpTexts } from '../schema'

export const privacy: HelpTexts = {
  uz: {
    title: 'Maxfiylik',
    summary: 'Faqat buyurtmangiz uchun kerak maʼlumotni olamiz, sotmaymiz va soʻrovingiz bilan oʻchiramiz.',
    sections: [
      {
        heading: 'Nimani saqlaymiz',
        lines: [
          '• Ism, telefon va manzil — buyurtmani yetkazish uchun.',
          '• Nima olganingiz — kafolat, qaytarish va soliq hisobi uchun.',
          '• Kirish seansi — hisobingizga boshqalar kirmasligi uchun.',
          'Karta raqamini saqlamaymiz: u faqat toʻlov tizimida qoladi.',
        ],
      },
      {
        heading: 'Kim koʻradi',
        lines: [
          'Doʻkon faqat oʻz joʻnatmasi uchun kerak maʼlumotni koʻradi: ism, telefon, manzil. Boshqa doʻkonlar va reklama tarmoqlari koʻrmaydi.',
        ],
      },
      {
        heading: 'Cookie fayllari',
        lines: [
          'Savat, kirish va mavzu uchun zarur cookie ishlatamiz. Roziligingizsiz kuzatuvchi dastur yuklanmaydi.',
          'Sahifaning yangi koʻrinishini sinaganimizda brauzer 0 dan 999 gacha tasodifiy raqam saqlaydi: har ming kishining bittasida raqam bir xil, u sizni tanimaydi. Roziligingizsiz faqat sahifalar sanaladi.',
        ],
      },
      {
        heading: 'Huquqlaringiz',
        lines: [
          'Maʼlumotingizni koʻrish, tuzatish yoki oʻchirishni soʻrashingiz mumkin. Oʻchirilganda buyurtma yozuvi shaxsiy maʼlumotsiz qoladi.',
        ],
      },
    ],
  },
  ru: {
    title: 'Конфиденциальность',
    summary: 'Берём только то, что нужно для заказа, не продаём и удаляем по вашей просьбе.',
    sections: [
      {
        heading: 'Что мы храним',
        lines: [
          '• Имя, телефон и адрес — чтобы доставить заказ.',
          '• Что вы купили — для гарантии, возврата и налогового учёта.',
          '• Сеанс входа — чтобы в ваш кабинет не вошёл никто другой.',
          'Номер карты мы не храним: он остаётся в платёжной системе.',
        ],
      },
      {
        heading: 'Кто это видит',
        lines: [
          'Магазин видит только то, что нужно для его посылки: имя, телефон, адрес. Другие магазины и рекламные сети не видят ничего.',
        ],
      },
      {
        heading: 'Файлы cookie',
        lines: [
          'Мы используем необходимые cookie: для корзины, входа и темы. Без вашего согласия счётчики не загружаются.',
          'Когда мы пробуем новый вид страницы, браузер хранит случайное число от 0 до 999: оно одинаково у каждого тысячного и вас не узнаёт. Без вашего согласия считаются только страницы.',
        ],
      },
      {
        heading: 'Ваши права',
        lines: [
          'Вы можете запросить свои данные, исправить или удалить их. После удаления запись о заказе остаётся без личных данных.',
        ],
      },
    ],
  },
  en: {
    title: 'Privacy',
    summary: 'We take only what your order needs, sell none of it, and erase it when you ask.',
    sections: [
      {
        heading: 'What we keep',
        lines: [
          '• Your name, phone and address, to deliver the order.',
          '• What you bought, for warranty, returns and tax records.',
          '• Your sign-in session, so that nobody else gets into your account.',
          'We do not keep card numbers: they stay with the payment provider.',
        ],
      },
      {
        heading: 'Who sees it',
        lines: [
          'A shop sees only what its own parcel needs: name, phone, address. Other shops and advertising networks see nothing.',
        ],
      },
      {
        heading: 'Cookies',
        lines: [
          'We use the cookies that the cart, sign-in and theme need. No tracker is loaded without your consent.',
          'When we try a new look of a page, the browser keeps a random number from 0 to 999: every thousandth visitor has the same one, and it does not know you. Without your consent only pages are counted.',
        ],
      },
      {
        heading: 'Your rights',
        lines: [
          'You can ask to see, correct or erase your data. After that the record of an order stays, without anything personal in it.',
        ],
      },
    ],
  },
}
