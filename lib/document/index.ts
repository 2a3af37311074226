import 'server-only'

export { documentPaper } from './paper'
export { getDocument, listDocuments, listReceipts } from './queries'
