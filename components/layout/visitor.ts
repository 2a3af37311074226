'use client'

import { QueryClient, useQuery } from '@tanstack/react-query'
import type { Counters } from '@/lib/measure/schema'
import { useAlive } from './use-alive'

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
export function useVisitor(): Visitor | undefined {
  const { data } = useQuery({ queryKey: visitorKey, queryFn: fetchVisitor }, client)
  // Islands wake one by one: the answer may come between two of them, and each must first say what the HTML says.
  return useAlive() ? data : undefined
}

export const refreshVisitor = () => client.invalidateQueries({ queryKey: visitorKey })
