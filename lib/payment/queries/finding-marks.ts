/** Of a row `f`: its marks as JSON, with the names of who made them. */
export const findingMarks = (ref: string, kind: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('by', coalesce(u.name, m.by), 'note', m.note,
             'at', to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by m.id), '[]')
      from finding_mark m left join "user" u on u.id = m.by
     where m.provider = f.provider and m.ref = ${ref} and m.kind = ${kind}) as marks`
