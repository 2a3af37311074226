import { z } from 'zod'
import type { Actor } from '@/lib/auth/schema'
import { createImport, discardImport, getImport, listProblems, startImport, tellProblem } from '@/lib/import'
import { choicesSchema, formats, importStatuses, mappingSchema } from '@/lib/import/schema'
import { env } from '@/lib/kernel/env'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { operation } from '../operation'
import { readUpload } from '../upload'
import { idParam, timeShape } from '../wire'

const problemLine = z.object({
  line: z.number().meta({ description: 'Of the file, the header being 1' }),
  code: z.string(),
  message: z.string(),
  value: z.string().meta({ description: 'What of the file it is about' }),
})

const importShape = z
  .object({
    id: z.string(),
    status: z.enum(importStatuses),
    dryRun: z.boolean(),
    format: z.enum(formats),
    fileName: z.string(),
    rows: z.number().meta({ description: 'Read so far' }),
    total: z.number().meta({ description: 'Products found in them' }),
    done: z.number().meta({ description: 'Products that are through' }),
    created: z.number(),
    updated: z.number(),
    unchanged: z.number(),
    refused: z.number(),
    variants: z.number(),
    errorCount: z.number(),
    warningCount: z.number(),
    errors: z.array(problemLine).meta({ description: 'The first hundred' }),
    warnings: z.array(problemLine).meta({ description: 'The first hundred' }),
    failedRows: z.string().nullable().meta({ description: 'The rows to put right, as CSV; needs the same key' }),
    failure: z.string().nullable().meta({ description: 'Why the file as a whole could not be read' }),
    createdAt: timeShape,
    finishedAt: timeShape.nullable(),
  })
  .meta({ id: 'Import' })

async function readImport(id: string, actor: Actor): Promise<Result<z.input<typeof importShape>, 'not-found'>> {
  const found = await getImport(id, actor)
  if (found === null) return fail('not-found')
  const problems = await listProblems(id, actor, 200)
  const told = (level: 'error' | 'warning') =>
    problems
      .filter((problem) => problem.level === level)
      .slice(0, 100)
      .map(({ line, code, value, rows }) => ({ line, code, value, message: tellProblem({ code, value, rows }, 'en') }))
  const { errors, warnings, source: _, mapping: __, choices: ___, bytes: ____, pictures: _____, ...rest } = found
  return ok({
    ...rest,
    errorCount: errors,
    warningCount: warnings,
    errors: told('error'),
    warnings: told('warning'),
    failedRows: errors > 0 ? `${env.APP_URL}/en/imports/${id}/failed.csv` : null,
  })
}

const json = z
  .string()
  .max(8_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' })
      return z.NEVER
    }
  })

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const uploadSchema = z.strictObject({
  dryRun: flag.default(false).meta({ description: 'Says what would happen and writes nothing' }),
  format: z.enum(formats).optional().meta({ description: 'Told from the columns where it is left out' }),
  currency: choicesSchema.shape.currency.meta({ description: 'Of the prices, where no column says it' }),
  rate: choicesSchema.shape.rate.meta({ description: 'Soʻm for one of the currency' }),
  category: choicesSchema.shape.category.meta({ description: 'A slug for everything that is new' }),
  locale: choicesSchema.shape.locale.meta({ description: 'Of the texts; told from their letters' }),
  stock: choicesSchema.shape.stock.meta({ description: '`set` overwrites the stock of variants that are there' }),
  pictures: flag.default(true).meta({ description: 'Fetch the pictures that the file names' }),
  mapping: json.pipe(mappingSchema).optional().meta({ description: 'JSON: what a column means, {"title":"Nomi"}' }),
  fileName: z.string().min(1).max(200).optional(),
})

const common = { tag: 'Seller: imports', access: 'shop', scope: 'products', limit: 'key' } as const

export const createImportCall = operation({
  ...common,
  id: 'createImport',
  method: 'POST',
  path: '/seller/imports',
  summary:
    'Goods from a file: CSV, XLSX or YML as the body, or as `file` of a form; the fields also fit into the query',
  status: 201,
  upload: 'goods',
  failures: [
    'file-too-large',
    'unreadable-file',
    'empty-file',
    'mapping-incomplete',
    'currency-needed',
    'bad-rate',
    'unknown-category',
    'unsupported-media-type',
  ],
  query: uploadSchema,
  answer: importShape,
  async handler({ actor, request }) {
    const upload = await readUpload(request)
    if (!upload.ok) return upload
    const parsed = uploadSchema.safeParse(upload.value.fields)
    if (!parsed.success)
      return fail('invalid-request', {
        errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      })
    const { dryRun, format, mapping, fileName, ...chosen } = parsed.data
    const choices = choicesSchema.parse(chosen)
    const name = fileName ?? upload.value.fileName
    const made = await createImport({ fileName: name, bytes: upload.value.bytes, format }, actor)
    if (!made.ok) return made
    const started = await startImport(made.value.id, { dryRun, choices, mapping }, actor)
    if (started.ok) return readImport(made.value.id, actor)
    await discardImport(made.value.id, actor)
    return started
  },
})

export const getImportCall = operation({
  ...common,
  id: 'getImport',
  method: 'GET',
  path: '/seller/imports/{id}',
  summary: 'How far an import is and what it could not take',
  failures: ['not-found'],
  params: z.object({ id: idParam('imp') }),
  answer: importShape,
  handler: ({ actor, params: { id } }) => readImport(id, actor),
})
