import type { ProductPage } from '@/lib/catalog/schema'

export function Specs({ attributes }: { attributes: ProductPage['attributes'] }) {
  return (
    <dl className="specs">
      {attributes.map((attribute) => (
        <div key={attribute.code}>
          <dt>{attribute.label}</dt>
          <dd>{attribute.value}</dd>
        </div>
      ))}
    </dl>
  )
}
