import 'server-only'

export { claimReferral, deviceHash, openLink } from './claim'
export * from './desk'
