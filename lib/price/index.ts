import 'server-only'

export { insertList, markTold, stopList } from './commands'
export {
  entryInForce,
  listDueLists,
  listedVariants,
  listPriceLists,
  lowestBefore,
  readPriceChanges,
} from './queries'
