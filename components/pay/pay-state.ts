/** One call as a provider would make it, and our endpoint's answer. */
export type PlayedCall = { sent: string; body: string; status: number; answer: string }

/** What an ending has led to; null before one was chosen. */
export type PayState = { ending: string; calls: PlayedCall[] } | null
