'use client'

/** Of the tree of categories what its links need: a page carries these words twice, and no more of their markup. */
export type MenuRoot = readonly [
  slug: string,
  name: string,
  children: readonly (readonly [slug: string, name: string])[],
]

export function MenuLists({ base, roots }: { base: string; roots: readonly MenuRoot[] }) {
  return (
    <ul className="wrap menu-cols">
      {roots.map(([slug, name, children]) => (
        <li key={slug}>
          <a className="strong" href={`${base}/${slug}`}>
            {name}
          </a>
          <ul>
            {children.map(([child, childName]) => (
              <li key={child}>
                <a href={`${base}/${slug}/${child}`}>{childName}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
