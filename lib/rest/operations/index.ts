import type { Operation } from '../operation'
import { addItemCall, createCartCall, getCartCall, removeItemCall, setQuantityCall } from './carts'
import { getProductCall, getShopCall, listCategoriesCall, listProductsCall } from './catalog'
import { uploadFileCall } from './files'
import { createImportCall, getImportCall } from './imports'
import { listLedgerCall } from './ledger'
import { cancelOrderCall, checkoutCall, getOrderCall, requestReturnCall } from './orders'
import {
  cancelParcelCall,
  confirmParcelCall,
  deliverParcelCall,
  listParcelsCall,
  packParcelCall,
  returnParcelCall,
  shipParcelCall,
} from './parcels'
import { listPayoutsCall } from './payouts'
import { approveReturnCall, listReturnsCall, receiveReturnCall, refundParcelCall, rejectReturnCall } from './refunds'
import { suggestCall } from './search'
import {
  createProductCall,
  getSellerProductCall,
  listSellerProductsCall,
  putStockCall,
  updateProductCall,
} from './seller-products'

/** Every call of version 1, by name: route files serve them, the OpenAPI document lists them. */
export const calls = {
  listProducts: listProductsCall,
  suggest: suggestCall,
  getProduct: getProductCall,
  listCategories: listCategoriesCall,
  getShop: getShopCall,
  createCart: createCartCall,
  getCart: getCartCall,
  addItem: addItemCall,
  setQuantity: setQuantityCall,
  removeItem: removeItemCall,
  checkout: checkoutCall,
  getOrder: getOrderCall,
  cancelOrder: cancelOrderCall,
  requestReturn: requestReturnCall,
  listSellerProducts: listSellerProductsCall,
  createProduct: createProductCall,
  getSellerProduct: getSellerProductCall,
  updateProduct: updateProductCall,
  putStock: putStockCall,
  uploadFile: uploadFileCall,
  listParcels: listParcelsCall,
  confirmParcel: confirmParcelCall,
  packParcel: packParcelCall,
  shipParcel: shipParcelCall,
  deliverParcel: deliverParcelCall,
  returnParcel: returnParcelCall,
  cancelParcel: cancelParcelCall,
  refundParcel: refundParcelCall,
  listReturns: listReturnsCall,
  approveReturn: approveReturnCall,
  rejectReturn: rejectReturnCall,
  receiveReturn: receiveReturnCall,
  listLedger: listLedgerCall,
  listPayouts: listPayoutsCall,
  createImport: createImportCall,
  getImport: getImportCall,
} as const satisfies Record<string, Operation>
