import 'server-only'

export { xlsxType } from './export-xlsx/definition'
export { exportXlsx } from './export-xlsx/handler'
export { masterName, mediaTypes, servedName } from './make-images/definition'
export { cutPreview, makeImages } from './make-images/handler'
export { pdfType } from './render-pdf/definition'
export { renderPdf } from './render-pdf/handler'
