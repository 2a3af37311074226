type Text = { uz: string; ru: string; en: string }

const texts = {
  [-32300]: { uz: 'Faqat POST', ru: 'Только POST', en: 'POST only' },
  [-32700]: { uz: 'JSON oʻqilmadi', ru: 'JSON не разобран', en: 'The JSON cannot be read' },
  [-32600]: { uz: 'Soʻrov notoʻgʻri', ru: 'Неверный запрос', en: 'Invalid request' },
  [-32601]: { uz: 'Metod topilmadi', ru: 'Метод не найден', en: 'Method not found' },
  [-32602]: { uz: 'Parametrlar notoʻgʻri', ru: 'Неверные параметры', en: 'Invalid parameters' },
  [-32504]: { uz: 'Ruxsat yoʻq', ru: 'Недостаточно прав', en: 'Not authorised' },
  [-32400]: { uz: 'Ichki xato', ru: 'Внутренняя ошибка', en: 'Internal error' },
  [-32001]: { uz: 'Chek topilmadi', ru: 'Чек не найден', en: 'Receipt not found' },
  [-31001]: { uz: 'Summa notoʻgʻri', ru: 'Неверная сумма', en: 'Incorrect amount' },
  [-31003]: { uz: 'Tranzaksiya topilmadi', ru: 'Транзакция не найдена', en: 'Transaction not found' },
  [-31007]: {
    uz: 'Bekor qilib boʻlmaydi, buyurtma bajarilgan',
    ru: 'Невозможно отменить, заказ выполнен',
    en: 'Cannot cancel, order fulfilled',
  },
  [-31008]: {
    uz: 'Amalni bajarib boʻlmaydi',
    ru: 'Невозможно выполнить операцию',
    en: 'Operation cannot be performed',
  },
  [-31050]: { uz: 'Buyurtma topilmadi', ru: 'Заказ не найден', en: 'Order not found' },
  [-31051]: { uz: 'Buyurtma allaqachon toʻlangan', ru: 'Заказ уже оплачен', en: 'Order already paid' },
  [-31052]: { uz: 'Buyurtmani toʻlab boʻlmaydi', ru: 'Заказ недоступен для оплаты', en: 'Order is not payable' },
} as const satisfies Record<number, Text>

export type ErrorCode = keyof typeof texts
export type Answer = { result: object } | { error: { code: ErrorCode; message: Text; data: string | null } }

/** `data`: the account's sub-field for -3105x, the method's name for -32601. */
export const refuse = (code: ErrorCode, data: string | null = null): Answer => ({
  error: { code, message: texts[code], data },
})

export const accept = (result: object): Answer => ({ result })
