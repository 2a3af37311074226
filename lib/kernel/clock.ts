/** The one place that reads the node's clock; expiry is decided by the database's. */
export const now = (): Date => new Date()
