import type { Metadata } from 'next'
import type { ReactNode } from 'react'

// Per visitor and never kept: the page waits for its reads and is sent whole, so that it is there without JavaScript.
export const instant = false

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Only says how these pages are made; each chooses its frame (`shop-frame`, or checkout's lean one). */
export default function BuyLayout({ children }: { children: ReactNode }) {
  return children
}
