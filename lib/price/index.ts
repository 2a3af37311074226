import 'server-only'

export { insertList, markTold, type NewList, stopList } from './commands'
export {
  entryInForce,
  listDueLists,
  listedVariants,
  listPriceLists,
  lowestBefore,
  readPriceChanges,
} from './queries'
