import 'server-only'

export { changeSaved, mergeSaved } from './commands'
export { listSaved } from './queries'
