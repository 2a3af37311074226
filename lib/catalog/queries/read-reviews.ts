import { prepared, type Tx, together } from '@/lib/kernel/db'
import type { ProductPage, ReviewItem } from '../schema'

type Row = { id: string; author: string; rating: number; text: string; locale: string; created_at: Date }

const newestOf = prepared(`select id, author, rating, text, locale, created_at from review
  where product_id = $1 order by created_at desc, id limit $2`)
const starsOf = prepared('select rating, count(*) from review where product_id = $1 group by 1')

/** The newest reviews and how the stars are shared. */
export async function readReviews(
  productId: string,
  limit: number,
  tx: Tx,
): Promise<Pick<ProductPage, 'reviews' | 'histogram'>> {
  const [newest, stars] = await together([
    tx.query<Row>(newestOf, [productId, limit]),
    tx.query<{ rating: number; count: number }>(starsOf, [productId]),
  ])
  const total = stars.rows.reduce((sum, row) => sum + Number(row.count), 0)
  const shareOf = (rating: number) => {
    const count = Number(stars.rows.find((row) => row.rating === rating)?.count ?? 0)
    return total === 0 ? 0 : Math.round((count * 100) / total)
  }
  const reviews = newest.rows.map(
    ({ id, author, rating, text, locale, created_at }): ReviewItem => ({
      id,
      author,
      rating,
      text,
      locale,
      createdAt: created_at.toISOString(),
    }),
  )
  return { reviews, histogram: [shareOf(5), shareOf(4), shareOf(3), shareOf(2), shareOf(1)] }
}
