import 'server-only'

/** Cached, for pages: only Next can run them. */
export {
  getCategoryPage,
  getCategoryTree,
  getHome,
  getProduct,
  getShopPage,
  getSimilar,
} from './queries/cached'

/** Uncached, for machines, commands and tests. */
export { isCursor, listProducts } from './queries/list-products'
export { readCategoryTree } from './queries/read-category-tree'
export { readHome } from './queries/read-home'
export { readProduct } from './queries/read-product'
export { readCategoryPage } from './queries/read-category-page'
export { readShopCard, readShopPage, readShops } from './queries/read-shop-page'
export { readAttributes } from './queries/attributes'
export { readSitemapPages, readSitemapParts, readSitemapProducts } from './queries/read-sitemap'
export { quoteLines } from './queries/quote-lines'

/** Joined by the transactions of others. */
export { consumeStock, extendReservation, releaseStock, reserveStock } from './commands/stock'

/** The seller's side. */
export { getSellerProduct, listSellerProducts, type SellerFilter } from './queries/seller-products'
export { createProduct, type ProductRefusal } from './commands/create-product'
export { updateProduct } from './commands/update-product'
export { putStock, type StockAnswer } from './commands/put-stock'
export { importProducts, type ImportInput } from './commands/import-products'
