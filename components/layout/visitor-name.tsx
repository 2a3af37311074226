'use client'

import { useVisitor } from '@/components/layout/visitor'

export function VisitorName({ fallback }: { fallback: string }) {
  const name = useVisitor()?.name?.trim().split(/\s+/)[0]
  return <span className="who">{name === undefined || name === '' ? fallback : name}</span>
}
