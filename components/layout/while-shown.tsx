'use client'

import { type ReactNode, useLayoutEffect, useState } from 'react'

/**
 * Nothing of a desk's page that was left stays in the document: kept hidden beside the next one, its fields would take
 * the labels and ids of the fields that are seen. Coming back shows what is kept, not what was typed.
 */
export function WhileShown({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(true)
  useLayoutEffect(() => {
    setShown(true)
    return () => setShown(false)
  }, [])
  return shown ? children : null
}
