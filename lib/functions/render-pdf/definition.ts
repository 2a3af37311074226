import type { Paper } from '../schema'

/** A4 with an embedded font for Uzbek, Russian and English; repeating it gives the same bytes. */
export type RenderPdf = (paper: Paper) => Promise<Uint8Array>

export const pdfType = 'application/pdf'
