/** Runs before the first paint, so that a dark page never flashes light. Kept free of anything a `<` could end. */
const setTheme =
  "(function(d){try{var t=localStorage.getItem('theme')}catch(e){}" +
  "d.dataset.theme=t||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')})(document.documentElement)"

export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: setTheme }} />
}
