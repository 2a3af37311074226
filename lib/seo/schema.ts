/** The files that shopping engines read. */
export const feedNames = ['google', 'meta', 'yandex'] as const
export type FeedName = (typeof feedNames)[number]

/** utm_medium of every link in a feed. */
export const FEED_MEDIUM = 'feed'
