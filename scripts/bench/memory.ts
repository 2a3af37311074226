import { spawnSync } from 'node:child_process'

/** Resident memory of a process in MB. */
export function measureMemory(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(stdout.trim()) / 1024
}
