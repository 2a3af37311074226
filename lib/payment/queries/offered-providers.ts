import { maybe } from '@/lib/kernel/plugin'
import { type Provider, providers } from '../schema'
import '../ports'

/** Whoever can take money here now: in production, who is configured; in a demo, everyone. */
export const offeredProviders = (): Provider[] => providers.filter((provider) => maybe(`gateway:${provider}`))
