import { fileURLToPath } from 'node:url'
import { securityHeaders } from './scripts/serve/security-headers.mjs'

/** @param {string} file */
const own = (file) => fileURLToPath(new URL(file, import.meta.url))

// Bounded with all that they take, in memory only, and told at once what changed. In development Next keeps its own.
const keepers = {
  cacheHandler: own('scripts/serve/next-pages.mjs'),
  cacheHandlers: { default: own('scripts/serve/next-answers.mjs') },
}

/** @type {import('next').NextConfig} */
export default {
  ...(process.env.NODE_ENV === 'production' ? keepers : {}),
  cacheComponents: true,
  partialPrefetching: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // Done by the server around it (scripts/serve.mjs).
  compress: false,
  productionBrowserSourceMaps: false,
  // Pages by the bounded cache in memory only: crawlers cannot fill the disk.
  experimental: {
    isrFlushToDisk: false,
    globalNotFound: true,
    // A first view asks for twelve files at most: to ask costs a phone more than a few bytes that another page needs.
    turbopackChunking: { requestCost: 500_000, minChunkSize: 100_000 },
  },
  cacheLife: {
    catalog: { stale: 300, revalidate: 3600, expire: 604_800 },
    list: { stale: 300, revalidate: 900, expire: 86_400 },
  },
  // `npm run check` is where types are checked; a newcomer's first start need not wait for it twice.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
    '@node-rs/argon2',
    '@prisma/client',
    'sharp',
    'pdfkit',
  ],
  // The file at the root that IndexNow asks for, whatever its name is.
  rewrites: async () => [{ source: '/:key([a-zA-Z0-9-]{8,128}).txt', destination: '/api/indexnow/:key' }],
  redirects: async () => [{ source: '/', destination: '/uz', permanent: true }],
  headers: async () => [
    // What is said here is said last: documents and pictures with a policy of their own would lose it.
    { source: '/:path((?!api/pixels/|goods/|photos/).*)', headers: securityHeaders },
    {
      source: '/goods/:path*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
    { source: '/motif/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }] },
  ],
}
