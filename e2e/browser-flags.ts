// One process for everything ends with the first context that is closed; tests open many.
const single = new Set(['--single-process', '--no-zygote', '--in-process-gpu'])

export const severalProcesses = (args: readonly string[] = []): string[] => args.filter((flag) => !single.has(flag))
