import { MissingView } from '@/components/layout/missing-view'
import { pageLocale } from '@/lib/i18n/page-locale'

export default async function NotFound() {
  return <MissingView locale={await pageLocale()} alone />
}
