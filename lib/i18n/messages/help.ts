import { dictionary } from '@/lib/i18n'

export const helpText = dictionary({
  uz: {
    title: 'Yordam',
    lead: 'Yetkazish, toʻlov, qaytarish va sotish haqida qisqa javoblar.',
    others: 'Boshqa mavzular',
  },
  ru: { title: 'Помощь', lead: 'Коротко о доставке, оплате, возврате и о том, как продавать.', others: 'Другие темы' },
  en: { title: 'Help', lead: 'Short answers about delivery, payment, returns and selling.', others: 'Other topics' },
})
