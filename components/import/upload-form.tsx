import { Button, ButtonLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Locale } from '@/lib/i18n'
import { importText } from '@/lib/i18n/messages/import'

/** A plain form: the file goes without a script too. */
export function UploadForm({ locale }: { locale: Locale }) {
  const t = importText[locale]
  return (
    <form
      action={`/${locale}/imports/upload`}
      method="post"
      encType="multipart/form-data"
      className="panel mt-4 flex flex-col items-start gap-3"
    >
      <Field
        label={t.file}
        name="file"
        type="file"
        required
        accept=".csv,.txt,.tsv,.xlsx,.xml,.yml"
        help={t.fileHelp}
        className="w-full"
      />
      <Button kind="act" type="submit">
        {t.upload}
      </Button>
    </form>
  )
}

export function ExportPanel({ locale }: { locale: Locale }) {
  const t = importText[locale]
  return (
    <section className="panel mt-4" aria-labelledby="export">
      <h2 id="export" className="text-lg! leading-6! mb-1">
        {t.export}
      </h2>
      <p className="small muted">{t.exportHelp}</p>
      <div className="row mt-3">
        {(['csv', 'xlsx'] as const).map((kind) => (
          <ButtonLink
            key={kind}
            kind="line"
            size="sm"
            className="min-h-11!"
            href={`/${locale}/imports/export/goods.${kind}`}
          >
            {kind.toUpperCase()}
          </ButtonLink>
        ))}
      </div>
    </section>
  )
}
