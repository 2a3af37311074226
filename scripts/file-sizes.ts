import fs from 'node:fs'
import path from 'node:path'

const most = 250
const median = 50
const roots = ['app', 'components', 'lib']

/** Sizes that say an idea is in too large a file; generated code and dictionaries are not written as code. */
export function sizeProblems(): string[] {
  const files = roots.flatMap((root) => (fs.existsSync(root) ? sourcesIn(root) : []))
  const sizes = files.map((file) => ({ file, lines: fs.readFileSync(file, 'utf8').split('\n').length - 1 }))
  const large = sizes
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${most}`)
  const middle = sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
  return middle > median ? [...large, `the median file has ${middle} lines, at most ${median}`] : large
}

function sourcesIn(dir: string): string[] {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name)
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'messages' ? [] : sourcesIn(file)
    return /\.(ts|tsx|css)$/.test(entry.name) ? [file] : []
  })
}
