type Node = Record<string, unknown>

/** One price that the markup tells of one SKU. */
export type TaggedPrice = { sku: string; price: string }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const typeOf = (node: Node) => String(node['@type'] ?? '')
const given = (node: Node, name: string) => node[name] !== undefined && node[name] !== ''

const needed: Record<string, readonly string[]> = {
  Product: ['name', 'offers'],
  ProductGroup: ['name', 'productGroupID', 'hasVariant', 'offers', 'image'],
  Offer: [
    'price',
    'priceCurrency',
    'availability',
    'itemCondition',
    'shippingDetails',
    'hasMerchantReturnPolicy',
    'url',
  ],
  OfferShippingDetails: ['shippingRate', 'shippingDestination'],
  MerchantReturnPolicy: ['applicableCountry', 'returnPolicyCategory', 'merchantReturnDays'],
  AggregateRating: ['ratingValue', 'reviewCount'],
  Review: ['author', 'reviewRating'],
  BreadcrumbList: ['itemListElement'],
  ItemList: ['itemListElement'],
  OnlineStore: ['name', 'url', 'logo', 'hasMerchantReturnPolicy'],
  WebSite: ['name', 'url'],
}

// Ended, or never taken where it would stand here.
const retired = new Set(['FAQPage', 'SearchAction', 'QAPage', 'HowTo', 'AggregateOffer'])

function everyNode(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(everyNode)
  return isNode(value) ? [value, ...Object.values(value).flatMap(everyNode)] : []
}

/** A mention by id alone is no thing of its own, but the thing has to stand somewhere on the page. */
const isMention = (node: Node) => Object.keys(node).length === 1 && given(node, '@id')

function checkNode(node: Node): string[] {
  const type = typeOf(node)
  const missing = (needed[type] ?? []).filter((name) => !given(node, name)).map((name) => `${type} without ${name}`)
  if (retired.has(type)) missing.push(`${type} is retired or rejected`)
  if (type === 'Offer' && !(Number(node['price']) > 0)) missing.push(`Offer with price ${node['price']}`)
  if (given(node, 'sku') && /\s/.test(String(node['sku']))) missing.push(`sku with a space: ${node['sku']}`)
  if (type === 'Offer' && Date.parse(String(node['priceValidUntil'] ?? '2999')) < Date.now())
    missing.push('priceValidUntil is past')
  if (type === 'AggregateRating' && !(Number(node['ratingValue']) >= 1 && Number(node['reviewCount']) >= 1))
    missing.push('AggregateRating of nobody')
  return missing
}

function checkSteps(node: Node): string[] {
  const steps = listOf(node['itemListElement']).filter(isNode)
  const inOrder = steps.every((step, at) => Number(step['position']) === Number(steps[0]?.['position']) + at)
  const few = typeOf(node) === 'BreadcrumbList' && steps.length < 2
  return [...(inOrder ? [] : ['positions out of order']), ...(few ? ['BreadcrumbList of one step'] : [])]
}

function pricesOf(nodes: readonly Node[]): TaggedPrice[] {
  const offers = nodes.filter((node) => typeOf(node) === 'Offer' && given(node, 'sku'))
  return offers.map((offer) => ({ sku: String(offer['sku']), price: String(offer['price']) }))
}

export function readJsonLd(scripts: readonly string[]): { types: string[]; prices: TaggedPrice[]; breaches: string[] } {
  const breaches: string[] = []
  const roots = scripts.flatMap((text): Node[] => {
    if (text.includes('<')) breaches.push('JSON-LD with an open <')
    try {
      const value: unknown = JSON.parse(text)
      const list = listOf(value).filter(isNode)
      if (list.some((node) => node['@context'] !== 'https://schema.org')) breaches.push('JSON-LD without its @context')
      return list
    } catch {
      breaches.push('JSON-LD that is no JSON')
      return []
    }
  })
  const nodes = roots.flatMap(everyNode)
  const whole = nodes.filter((node) => !isMention(node))
  const ids = new Set(whole.map((node) => node['@id']))
  const lost = nodes.filter(
    (node) => isMention(node) && !ids.has(node['@id']) && !String(node['@id']).endsWith('#store'),
  )
  breaches.push(...lost.map((node) => `${node['@id']} is mentioned and not there`))
  breaches.push(...whole.flatMap(checkNode))
  const lists = whole.filter((node) => given(node, 'itemListElement'))
  return { types: roots.map(typeOf), prices: pricesOf(whole), breaches: [...breaches, ...lists.flatMap(checkSteps)] }
}
