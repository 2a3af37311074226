'use client'

import { QueryClient, useQuery } from '@tanstack/react-query'
import type { Counters } from '@/lib/measure/schema'

export type Visitor = { name: string | null; cartCount: number; saved: string[]; counters: Counters | null }

// One client for every island of the page, handed over by hand: static pages then need no provider around them.
const client = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1 } } })

const visitorKey = ['visitor'] as const

async function fetchVisitor(): Promise<Visitor> {
  const response = await fetch('/api/me', { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`)
  return (await response.json()) as Visitor
}

/** Who is looking, how full the cart is and what was saved; undefined until the page is there and the answer has come. */
export const useVisitor = () => useQuery({ queryKey: visitorKey, queryFn: fetchVisitor }, client).data

export const refreshVisitor = () => client.invalidateQueries({ queryKey: visitorKey })
