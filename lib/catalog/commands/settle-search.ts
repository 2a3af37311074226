import { sql } from '@/lib/kernel/db'

// Two at once would wait for each other; and who does not own an index leaves it to PostgreSQL's own cleaning.
const settle = `
  select gin_clean_pending_list(c.oid) as pages
    from pg_class c
   where c.oid in (to_regclass('search_document_tsv'), to_regclass('search_document_front'), to_regclass('search_document_head'))
     and pg_has_role(c.relowner, 'usage') and pg_try_advisory_xact_lock(hashtextextended('settle-search', 9))`

/** Documents that were written lately wait in a list that every search looks through: into the indexes with them. */
export async function settleSearch(): Promise<number> {
  const { rows } = await sql.query<{ pages: number }>(settle)
  return rows.reduce((sum, { pages }) => sum + pages, 0)
}
