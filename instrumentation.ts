/** Once per instance, before it is ready: plug-ins, the shared cache's ear, and the worker. */
export async function register() {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { startInstance } = await import('@/lib/plugins/boot')
  await startInstance()
}
