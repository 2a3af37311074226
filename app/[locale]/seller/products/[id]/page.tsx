import type { Metadata } from 'next'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { pageLocale } from '@/lib/i18n/page-locale'
import { ProductEditor } from '../product-editor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: productDeskText[await pageLocale()].editProduct }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ProductPage({ params, searchParams }: Props) {
  return <ProductEditor id={(await params).id} query={await searchParams} />
}
