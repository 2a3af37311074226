import type { Locale } from '@/lib/i18n'

/** A line of a list starts with `• `; anything else is a paragraph. */
export type HelpSection = { heading: string; lines: readonly string[] }
export type HelpText = { title: string; summary: string; sections: readonly HelpSection[] }
export type HelpArticle = HelpText & { slug: string }
export type HelpTexts = Record<Locale, HelpText>
