import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

type Ended = { code: number; output: string }

/** TypeScript with the server's condition, as the modules behind `server-only` need it. */
export const typescript = ['--conditions=react-server', '--import', 'tsx']

/** The command of a package in node_modules, as a file that Node runs: no shell and no npx between us and its signals. */
export function bin(name: string, file: string): string {
  return path.resolve('node_modules', name, file)
}

const children = new Set<ChildProcess>()

export function node(args: string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(process.execPath, args, { stdio: 'inherit', ...options })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Runs to the end; with `quiet` the output is kept for the caller instead of shown. */
export async function run(args: string[], env: NodeJS.ProcessEnv, quiet = false): Promise<Ended> {
  const child = node(args, { env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-200_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? 1, output }
}

/** Asks a child to end and waits; one that does not listen is killed after `patience` milliseconds. */
export async function stop(child: ChildProcess, patience = 15_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await gone
  clearTimeout(timer)
}

export async function stopAll(): Promise<void> {
  await Promise.all([...children].map((child) => stop(child)))
}
