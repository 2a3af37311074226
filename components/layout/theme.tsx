import { setTheme } from '@/components/layout/set-theme.mjs'

export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: setTheme }} />
}
