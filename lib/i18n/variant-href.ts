/** The address that opens a product's page with one of its variants; its canonical is the page itself. */
export const variantHref = (locale: string, slug: string, sku: string) =>
  `/${locale}/p/${slug}?${new URLSearchParams({ v: sku })}`

/** The variant that an address asks for, if it asks for one. */
export const askedVariant = (search: string): string | null => new URLSearchParams(search).get('v')
