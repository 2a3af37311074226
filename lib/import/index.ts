import 'server-only'

export { type Created, createImport, type NewImport } from './commands/create-import'
export { runImportHere } from './commands/run-import'
export { type Start, startImport } from './commands/start-import'
export { exportGoodsCsv, exportGoodsXlsx } from './queries/export-goods'
export { failedRows, tellProblem } from './queries/failed-rows'
export { getImport, listImports, listItems, listProblems } from './queries/get-import'
export { readPicture } from './queries/read-picture'
