/**
 * Runs before the first paint, so that a dark page never flashes light. Kept free of anything a `<` could end. The
 * listener reads it too: a strict policy names the script by its hash.
 */
export const setTheme =
  "(function(d){var v;try{var t=localStorage.getItem('theme');v=localStorage.getItem('view')}catch(e){}" +
  "d.dataset.view=v==='list'?v:'grid';" +
  "d.dataset.theme=t||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')})(document.documentElement)"
