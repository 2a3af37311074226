/** Once per instance, before it is ready: plug-ins, the shared cache's ear, and the worker. */
export async function register() {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { startInstance } = await import('@/lib/plugins/boot')
  await startInstance()
  // The cache in front of Next asks before it has a page rendered for a guess.
  const { tagsOfNowhere } = await import('@/lib/plugins/nowhere')
  Object.assign(globalThis, { bozorNowhere: tagsOfNowhere })
}
