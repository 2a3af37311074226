/** The pictures of the seed and of imports lie in fixed widths beside each other. */
export function GoodsThumb({ image, className = '' }: { image: string | null; className?: string }) {
  if (image === null) return <span className={`inline-block rounded-lg bg-sunk ${className}`} />
  return (
    <img
      src={`/goods/${image}-320.webp`}
      alt=""
      width="40"
      height="50"
      loading="lazy"
      decoding="async"
      className={className}
    />
  )
}
