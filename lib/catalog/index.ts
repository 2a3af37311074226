import 'server-only'

export { arrangePictures } from './commands/arrange-pictures'
export { changeGoods } from './commands/bulk-change'
export { hasCategory } from './commands/choose-category'
export { createProduct } from './commands/create-product'
export { duplicateProduct } from './commands/duplicate-product'
export { attachAttribute, attachInputSchema, attributeInputSchema, saveAttribute } from './commands/edit-attribute'
export { categoryInputSchema, saveCategory } from './commands/edit-category'
export { removeGoodsFilter, saveGoodsFilter } from './commands/goods-filters'
export { hangPictures } from './commands/hang-pictures'
export { openGoodsImport, type TakeGoods } from './commands/import-goods'
export { createPriceList, endPriceList } from './commands/price-lists'
export { putStock } from './commands/put-stock'
export { rebuildSearch } from './commands/rebuild-search'
/** Joined by the transactions of others. */
export { restock } from './commands/restock'
export { reviewProduct } from './commands/review-product'
export { shortenReservation } from './commands/shorten-reservation'
export { consumeStock, extendReservation, releaseStock, reserveStock } from './commands/stock'
export { undoBulk } from './commands/undo-bulk'
export { updateProduct } from './commands/update-product'
export { uploadPicture } from './commands/upload-picture'
export { parseList } from './list-address'
export { readAttributes } from './queries/attributes'
/** Cached, for pages: only Next can run them. */
export {
  getCategoryAddress,
  getCategoryPage,
  getCategoryTree,
  getFacetPage,
  getHome,
  getProduct,
  getShopPage,
  getSimilar,
} from './queries/cached'
export { getCatalogueDesk } from './queries/catalogue-desk'
/** Uncached, for machines, commands and tests. */
export { explainSearch } from './queries/explain-search'
export { listFiscalCodes } from './queries/fiscal-codes'
export { getLastBulk, listGoodsFilters } from './queries/goods-desk'
export { isCursor, listProducts } from './queries/list-products'
export { findOwnVariants, readPriceStates } from './queries/price-desk'
export { getProductEditor } from './queries/product-editor'
export { listProductPaths } from './queries/product-paths'
/** The seller's side. */
export { getProductPictures } from './queries/product-pictures'
export { quoteGoods, withCommission } from './queries/quote-lines'
export { readCategoryPage } from './queries/read-category-page'
export { readChosen } from './queries/read-chosen'
export { readFeedCategories, readFeedItems, readFeedVersion } from './queries/read-feed'
export { readProduct } from './queries/read-product'
export { readShopCard } from './queries/read-shop-page'
export {
  listEngineFiles,
  readRangeVersion,
  readSitemapCategories,
  readSitemapProducts,
  readSitemapShops,
} from './queries/read-sitemap'
export { readSitemapFacets } from './queries/read-sitemap-facets'
export { listReviewQueue } from './queries/review-queue'
export { getSellerProduct, listSellerProducts } from './queries/seller-products'
export { listShopAttributes } from './queries/shop-attributes'
export { suggest } from './queries/suggest'
export { tagsOfNowhere } from './queries/tags-of-nowhere'
