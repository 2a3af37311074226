import 'server-only'

export { engineFile } from './answer'
export { feedAnswer } from './feed/answer'
export { aiCatalog, llms, manifest, robots, securityTxt } from './machine-files'
export { sitemapAnswer, sitemapIndex } from './sitemap'
