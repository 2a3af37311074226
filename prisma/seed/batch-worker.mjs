// A worker does not take over the loader that reads TypeScript: it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./make-batches.ts')
