/** Something the person who typed the command can mend: shown as one sentence, without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}

export function wrongDisk(text: string): StartError | null {
  if (/ENOSPC|No space left on device/i.test(text)) {
    return new StartError(
      'The disk is full. Free some space (the demo needs about 2 GB) and start again: nothing was lost.',
    )
  }
  if (/EROFS|EACCES|Permission denied|Read-only file system/i.test(text)) {
    return new StartError(
      'This folder cannot be written to. Give your user the right to write here, or clone the project elsewhere.',
    )
  }
  return null
}
