import type { MerchantReturnPolicy, OnlineStore, WebSite, WithContext } from 'schema-dts'
import type { Locale } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'

export type Market = { origin: string; returnDays: number; vatId?: string | undefined }

/** Whose page it is does not matter: everything that is the market's has one id in all of them. */
export const storeId = (origin: string) => `${origin}/#store`
export const returnPolicyId = (origin: string) => `${origin}/#returns`

/** Said once and pointed at by its id; it stands in every page that points at it, for engines read pages one by one. */
export const returnPolicy = ({ origin, returnDays }: Market, locale: Locale) =>
  ({
    '@type': 'MerchantReturnPolicy',
    '@id': returnPolicyId(origin),
    applicableCountry: 'UZ',
    returnPolicyCountry: 'UZ',
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: returnDays,
    returnMethod: ['https://schema.org/ReturnByMail', 'https://schema.org/ReturnInStore'],
    returnFees: 'https://schema.org/ReturnFeesCustomerResponsibility',
    itemDefectReturnFees: 'https://schema.org/FreeReturn',
    refundType: 'https://schema.org/FullRefund',
    merchantReturnLink: `${origin}/${locale}/help/returns`,
  }) satisfies MerchantReturnPolicy

export const storeJsonLd = (market: Market, locale: Locale): WithContext<OnlineStore> => ({
  '@context': 'https://schema.org',
  '@type': 'OnlineStore',
  '@id': storeId(market.origin),
  name: layoutText[locale].brand,
  description: layoutText[locale].tagline,
  url: `${market.origin}/${locale}`,
  logo: `${market.origin}/motif/mark-512.png`,
  image: `${market.origin}/motif/og.jpg`,
  address: { '@type': 'PostalAddress', addressCountry: 'UZ', addressLocality: layoutText[locale].city },
  contactPoint: {
    '@type': 'ContactPoint',
    contactType: 'customer support',
    telephone: '+998712001414',
    availableLanguage: ['uz', 'ru', 'en'],
  },
  hasMerchantReturnPolicy: returnPolicy(market, locale),
  ...(market.vatId ? { vatID: market.vatId } : {}),
})

/** Only for the name that engines show: the search box in results is no more. */
export const siteJsonLd = (origin: string, locale: Locale): WithContext<WebSite> => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': `${origin}/#site`,
  name: layoutText[locale].brand,
  url: `${origin}/${locale}`,
  inLanguage: locale,
  publisher: { '@id': storeId(origin) },
})
