import 'server-only'

export { type FetchRefusal, safeFetch } from './safe-fetch'
