'use client'

import { useVisitor } from '@/components/layout/visitor'

/** The count on the cart: the page itself is static, so it comes after it. */
export function CartBadge() {
  const count = useVisitor()?.cartCount ?? 0
  return count === 0 ? null : <span className="dot">{count > 99 ? '99+' : count}</span>
}
