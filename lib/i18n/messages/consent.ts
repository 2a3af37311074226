import { dictionary } from '@/lib/i18n'

/** What a visitor agrees to is agreed to in these words: change them only together with `consentVersion`. */
export const consentText = dictionary({
  uz: {
    title: 'Cookie va oʻlchovlar',
    text: 'Bozor cookie’siz ham ishlaydi. Ruxsat bersangiz, tashriflarni oʻlchaymiz va qaysi reklama ish berganini bilib olamiz. Xohlagan payt fikringizni oʻzgartirasiz.',
    analytics: 'Tashriflarni oʻlchash',
    analyticsNote:
      'Qaysi sahifa va qaysi koʻrinishi foydali, qayeri bosilishini bilamiz (oʻzimiz, Google Analytics, Yandex Metrika).',
    ads: 'Reklama natijasi',
    adsNote:
      'Reklama bergan tarmoqqa xarid boʻlganini aytamiz (Meta, Google). Doʻkon oʻz sahifalari va tovarlarini oʻzi ham shularda yoki Yandex Metrikada oʻlchashi mumkin.',
    acceptAll: 'Roziman',
    refuseAll: 'Kerak emas',
    choose: 'Tanlash',
    save: 'Tanlovni saqlash',
    more: 'Maxfiylik haqida',
    saved: 'Tanlovingiz saqlandi.',
    failed: 'Saqlanmadi: internetni tekshirib, qayta bosing. Hozircha hech narsa oʻlchanmaydi.',
    settings: 'Cookie sozlamalari',
    noScript: 'Brauzeringizda JavaScript oʻchirilgan: hech narsa oʻlchanmaydi va soʻraladigan narsa ham yoʻq.',
  },
  ru: {
    title: 'Cookie и измерения',
    text: 'Bozor работает и без них. Если разрешите, мы измерим посещения и узнаем, какая реклама сработала. Передумать можно в любой момент.',
    analytics: 'Измерение посещений',
    analyticsNote:
      'Узнаём, какие страницы и какой их вид полезны и где на них нажимают (мы сами, Google Analytics, Яндекс Метрика).',
    ads: 'Результат рекламы',
    adsNote:
      'Сообщаем рекламной сети, что покупка состоялась (Meta, Google). Магазин может и сам измерять свои страницы и товары: там же или в Яндекс Метрике.',
    acceptAll: 'Согласен',
    refuseAll: 'Не нужно',
    choose: 'Выбрать',
    save: 'Сохранить выбор',
    more: 'О конфиденциальности',
    saved: 'Ваш выбор сохранён.',
    failed: 'Не сохранилось: проверьте интернет и нажмите ещё раз. Пока ничего не измеряется.',
    settings: 'Настройки cookie',
    noScript: 'В вашем браузере выключен JavaScript: ничего не измеряется, и спрашивать не о чем.',
  },
  en: {
    title: 'Cookies and measuring',
    text: 'Bozor works without them. If you allow it, we measure visits and learn which advertising worked. You can change your mind at any time.',
    analytics: 'Measuring visits',
    analyticsNote:
      'We learn which pages and which look of them are useful, and where they are pressed (ourselves, Google Analytics, Yandex Metrica).',
    ads: 'Results of advertising',
    adsNote:
      'We tell the network that advertised that something was bought (Meta, Google). A shop may measure its own pages and goods there, too, or in Yandex Metrica.',
    acceptAll: 'Allow',
    refuseAll: 'No, thanks',
    choose: 'Choose',
    save: 'Save my choice',
    more: 'About privacy',
    saved: 'Your choice is saved.',
    failed: 'It was not saved: check the connection and press again. Until then nothing is measured.',
    settings: 'Cookie settings',
    noScript: 'JavaScript is off in your browser: nothing is measured, so there is nothing to ask.',
  },
})
