import { readFeedItems } from '@/lib/catalog'
import type { FeedFormat, FeedHead } from './format'

async function* pieces(format: FeedFormat, head: FeedHead, part: number): AsyncGenerator<string> {
  yield format.head(head)
  for await (const items of readFeedItems(part, head.locale))
    yield items.map((item) => format.item(item, head)).join('')
  yield format.tail
}

/** A piece is read from the database when the reader has taken the one before. */
export function feedStream(format: FeedFormat, head: FeedHead, part: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const source = pieces(format, head, part)
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await source.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      cancel: () => void source.return(undefined),
    },
    { highWaterMark: 1 },
  )
}
