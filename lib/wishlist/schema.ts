import { z } from 'zod'
import type { Id } from '@/lib/kernel/id'

/** Whose list: a person's, or the browser's that holds this secret. */
export type SavedOwner = { userId: Id<'usr'> } | { token: string }

/** As many as one page shows. */
export const mostSaved = 200

const productId = z.string().regex(/^prd_\w{1,60}$/)

/** A heart's form: `save` fills it, `drop` empties it; both may be repeated. */
export const changeSavedSchema = z.union([z.object({ save: productId }), z.object({ drop: productId })])
export type ChangeSaved = z.infer<typeof changeSavedSchema>
