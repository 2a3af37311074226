export { ShopFrame as default } from '../shop-frame'
