/** A script of somebody else's, by its address, behind everything of ours. */
export function loadScript(address: string): void {
  const script = document.createElement('script')
  script.src = address
  script.async = true
  script.fetchPriority = 'low'
  document.head.append(script)
}
