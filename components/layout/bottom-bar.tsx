'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export type BarItem = { href: string; label: string; icon: ReactNode; extra?: ReactNode }

const here = (path: string, href: string, home: string) =>
  href === home ? path === home : path === href || path.startsWith(`${href}/`)

/** Five places under the thumb. */
export function BottomBar({ label, home, items }: { label: string; home: string; items: readonly BarItem[] }) {
  const path = usePathname()
  const [current] = items.filter((item) => here(path, item.href, home)).sort((a, b) => b.href.length - a.href.length)
  return <BarLinks label={label} items={items} current={current?.href} />
}

export function BarLinks({
  label,
  items,
  current,
}: {
  label: string
  items: readonly BarItem[]
  current?: string | undefined
}) {
  return (
    <nav className="bar" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.href === current ? 'page' : undefined}>
          {item.icon}
          {item.label}
          {item.extra}
        </a>
      ))}
    </nav>
  )
}
