import 'server-only'

export { xlsxType } from './export-xlsx/definition'
export { exportXlsx } from './export-xlsx/handler'
export { pdfType } from './render-pdf/definition'
export { renderPdf } from './render-pdf/handler'
