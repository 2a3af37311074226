import { problem } from '@/lib/rest'

/** An address that no call has: a program gets a problem, not the site's page. */
const missing = async () => problem('not-found')

export { missing as GET, missing as POST, missing as PUT, missing as PATCH, missing as DELETE }
