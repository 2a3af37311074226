import 'server-only'

export { type Fetched, type FetchRefusal, type Net, safeFetch } from './safe-fetch'
