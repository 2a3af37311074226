/**
 * Where counters come from and what they call: allowed in a policy, loaded only after consent. Plain JavaScript, because
 * the front of pages (scripts/serve) names them too.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ scripts: string[], calls: string[] }}
 */
export function counterSources(env) {
  /** @param {string | undefined} id @param {string} script @param {string[]} calls */
  const counter = (id, script, calls) => (id ? [{ script: new URL(script).origin, calls }] : [])
  const found = [
    ...counter(env.GA4_MEASUREMENT_ID, env.GA4_SCRIPT_URL || 'https://www.googletagmanager.com/gtag/js', [
      'https://*.google-analytics.com',
      'https://*.analytics.google.com',
      'https://*.googletagmanager.com',
    ]),
    ...counter(env.META_PIXEL_ID, env.META_SCRIPT_URL || 'https://connect.facebook.net', ['https://www.facebook.com']),
    ...counter(env.METRICA_ID, env.METRICA_SCRIPT_URL || 'https://mc.yandex.ru', [
      'https://mc.yandex.ru',
      'https://mc.yandex.com',
    ]),
  ]
  const scripts = [...new Set(found.map(({ script }) => script))]
  return { scripts, calls: [...new Set(found.flatMap(({ script, calls }) => [script, ...calls]))] }
}
