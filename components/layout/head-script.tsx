import { beforePaint } from './before-paint.mjs'

export function HeadScript() {
  return <script dangerouslySetInnerHTML={{ __html: beforePaint }} />
}
