export type Breach = { rule: string; page: string; detail: string }

/** What was found wrong, each thing once. */
export function openBreaches() {
  const found = new Map<string, Breach>()
  return {
    add(rule: string, page: string, detail = '') {
      found.set(`${rule}\n${page}\n${detail}`, { rule, page, detail })
    },
    all: () => [...found.values()].sort((a, b) => a.rule.localeCompare(b.rule) || a.page.localeCompare(b.page)),
  }
}

export type Breaches = ReturnType<typeof openBreaches>
