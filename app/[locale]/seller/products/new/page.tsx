import type { Metadata } from 'next'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { pageLocale } from '@/lib/i18n/page-locale'
import { ProductEditor } from '../product-editor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: productDeskText[await pageLocale()].newProduct }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ProductPage({ searchParams }: Props) {
  return <ProductEditor id={null} query={await searchParams} />
}
