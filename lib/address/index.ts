import 'server-only'

export { removeAddress, saveAddress } from './commands'
export { listAddresses, type SavedAddress } from './queries'
