import 'server-only'

export * from './counters'
export { pixelFrame } from './pixel-frame'
export { askedShopsSchema, shopPixelsSchema } from './pixel-input'
export * from './record-hit'
export { getShopPixels, pixelsOf, setShopPixels } from './shop-pixels'
