import type { Plugin } from '@/lib/kernel/plugin'
import { resumeImports, runImport, sweepImports } from './commands/run-import'

export const importModule: Plugin = {
  name: 'import',
  functions: { 'run-import': runImport, 'resume-imports': resumeImports, 'sweep-imports': sweepImports },
  every: { 'resume-imports': 15, 'sweep-imports': 3_600 },
}
