import { tagsOfNowhere as ofCatalogue } from '@/lib/catalog'
import { isNoArticle } from '@/lib/help'
import { tags } from '@/lib/kernel/cache'

/** What would have to change for an address to lead somewhere; null if it does, or if only its page can tell. */
export const tagsOfNowhere = async (path: string): Promise<string[] | null> =>
  isNoArticle(path) ? [tags.everything()] : ofCatalogue(path)
