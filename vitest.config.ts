import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': path.resolve('.'), 'server-only': path.resolve('node_modules/server-only/empty.js') } },
  test: {
    include: ['{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '.next/**', '.data/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    env: { LOG_LEVEL: 'silent', RATE_LIMIT_SCALE: '1' },
  },
})
