import type { Operation } from '../operation'
import { addItemCall, createCartCall, getCartCall, removeItemCall, setQuantityCall } from './carts'
import { getProductCall, getShopCall, listCategoriesCall, listProductsCall } from './catalog'
import { listLedgerCall } from './ledger'
import { cancelOrderCall, checkoutCall, getOrderCall } from './orders'
import {
  cancelParcelCall,
  confirmParcelCall,
  deliverParcelCall,
  listParcelsCall,
  packParcelCall,
  shipParcelCall,
} from './parcels'
import { listPayoutsCall } from './payouts'
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
  listSellerProducts: listSellerProductsCall,
  createProduct: createProductCall,
  getSellerProduct: getSellerProductCall,
  updateProduct: updateProductCall,
  putStock: putStockCall,
  listParcels: listParcelsCall,
  confirmParcel: confirmParcelCall,
  packParcel: packParcelCall,
  shipParcel: shipParcelCall,
  deliverParcel: deliverParcelCall,
  cancelParcel: cancelParcelCall,
  listLedger: listLedgerCall,
  listPayouts: listPayoutsCall,
} as const satisfies Record<string, Operation>
