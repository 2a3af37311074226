import { readFeedItems } from '@/lib/catalog'
import { streamOf } from '../stream'
import type { FeedFormat, FeedHead } from './format'

async function* pieces(format: FeedFormat, head: FeedHead, part: number): AsyncGenerator<string> {
  yield format.head(head)
  for await (const items of readFeedItems(part, head.locale))
    yield items.map((item) => format.item(item, head)).join('')
  yield format.tail
}

/** A piece is read from the database when the reader has taken the one before. */
export const feedStream = (format: FeedFormat, head: FeedHead, part: number): ReadableStream<Uint8Array> =>
  streamOf(pieces(format, head, part))
