import type { Field, Format, Mapping } from '../schema'

type Names = Partial<Record<Field, readonly string[]>>

const option = (names: (n: number) => { name: readonly string[]; value: readonly string[] }): Names =>
  Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((n) => [
      [`option${n}Name`, names(n).name],
      [`option${n}Value`, names(n).value],
    ]),
  )

/** The names that a format gives its columns, in the languages it is exported in; the first is the usual one. */
const columns: Record<Format, Names> = {
  own: {
    product: ['product', 'tovar', 'товар', 'handle'],
    sku: ['sku', 'artikul', 'артикул', 'код'],
    title: ['title', 'nomi', 'название', 'наименование', 'name'],
    titleUz: ['title_uz'],
    titleRu: ['title_ru'],
    titleEn: ['title_en'],
    description: ['description', 'tavsif', 'описание'],
    descriptionUz: ['description_uz'],
    descriptionRu: ['description_ru'],
    descriptionEn: ['description_en'],
    category: ['category', 'turkum', 'категория'],
    type: ['type', 'turi', 'тип'],
    tags: ['tags', 'теги'],
    price: ['price', 'narx', 'narxi', 'цена'],
    compareAt: ['compare_at_price', 'eski narx', 'старая цена'],
    currency: ['currency', 'valyuta', 'валюта'],
    stock: ['stock', 'qoldiq', 'остаток', 'количество', 'quantity'],
    status: ['status', 'holat', 'статус'],
    ikpu: ['ikpu', 'mxik', 'икпу'],
    gtin: ['gtin', 'barcode', 'shtrix-kod', 'штрихкод'],
    brand: ['brand', 'brend', 'бренд'],
    origin: ['origin', 'country', 'mamlakat', 'страна'],
    video: ['video', 'видео'],
    images: ['images', 'rasmlar', 'фото', 'картинки'],
    ...option((n) => ({ name: [`option${n}_name`], value: [`option${n}_value`] })),
  },
  shopify: {
    product: ['Handle', 'URL handle'],
    sku: ['Variant SKU', 'SKU'],
    title: ['Title'],
    description: ['Body (HTML)', 'Description'],
    category: ['Product Category', 'Product category'],
    type: ['Type'],
    tags: ['Tags'],
    price: ['Variant Price', 'Price'],
    compareAt: ['Variant Compare At Price', 'Compare-at price'],
    stock: ['Variant Inventory Qty', 'Inventory quantity'],
    status: ['Status', 'Published'],
    gtin: ['Variant Barcode', 'Barcode'],
    brand: ['Vendor'],
    images: ['Image Src', 'Product image URL'],
    ...option((n) => ({
      name: [`Option${n} Name`, `Option${n} name`],
      value: [`Option${n} Value`, `Option${n} value`],
    })),
  },
  woocommerce: {
    product: ['Parent', 'Родительский', 'Родитель'],
    sku: ['SKU', 'Артикул'],
    title: ['Name', 'Имя', 'Название'],
    description: ['Description', 'Описание'],
    category: ['Categories', 'Категории'],
    type: ['Type', 'Тип'],
    tags: ['Tags', 'Метки'],
    price: ['Regular price', 'Базовая цена', 'Обычная цена'],
    salePrice: ['Sale price', 'Акционная цена', 'Цена распродажи'],
    stock: ['Stock', 'Запасы', 'Остаток'],
    status: ['Published', 'Опубликован'],
    gtin: ['GTIN, UPC, EAN, or ISBN', 'GTIN, UPC, EAN или ISBN'],
    brand: ['Brands', 'Бренды'],
    images: ['Images', 'Изображения'],
    ...option((n) => ({
      name: [`Attribute ${n} name`, `Название атрибута ${n}`, `Имя атрибута ${n}`],
      value: [`Attribute ${n} value(s)`, `Значения атрибута ${n}`, `Значение(-я) атрибута ${n}`],
    })),
  },
  yml: {
    product: ['group_id'],
    sku: ['vendorCode'],
    title: ['name'],
    description: ['description'],
    category: ['category'],
    type: ['typePrefix'],
    price: ['price'],
    compareAt: ['oldprice'],
    currency: ['currencyId'],
    stock: ['count'],
    status: ['available'],
    gtin: ['barcode'],
    brand: ['vendor'],
    origin: ['country_of_origin'],
    images: ['picture'],
  },
}

const fold = (name: string) => name.trim().toLowerCase()

/** The columns of the file that a format knows. */
export function mappingFor(format: Format, present: readonly string[]): Mapping {
  const byName = new Map(present.map((name) => [fold(name), name]))
  const found = Object.entries(columns[format]).flatMap(([field, names]) => {
    const column = names.map((name) => byName.get(fold(name))).find((name) => name !== undefined)
    return column === undefined ? [] : [[field, column] as const]
  })
  return Object.fromEntries(found)
}

/** Told by columns that only one format has; anything else is ours, to be mapped by hand. */
export function formatOf(present: readonly string[]): Format {
  const has = new Set(present.map(fold))
  const all = (...names: string[]) => names.every((name) => has.has(name))
  if (all('handle', 'variant price') || all('url handle', 'title', 'price')) return 'shopify'
  if (all('regular price', 'type', 'sku') || all('тип', 'артикул', 'базовая цена')) return 'woocommerce'
  if (all('тип', 'артикул', 'обычная цена')) return 'woocommerce'
  // Rows of a Yandex catalogue that were refused come back as a table.
  return all('vendorcode', 'currencyid', 'group_id') ? 'yml' : 'own'
}

export const isComplete = (mapping: Mapping): boolean =>
  Boolean(mapping.price) && Boolean(mapping.title || mapping.titleUz || mapping.titleRu || mapping.titleEn)
