'use client'

import { QueryClient, useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { COLUMNS, type HeatCell, type HeatDevice, ROW_HEIGHT, ROWS } from '@/lib/heatmap/schema'

type Words = { map: string; picture: string; loading: string; failed: string }
type Props = { path: string; device: HeatDevice; cells: readonly HeatCell[]; words: Words }

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: 1 } } })
const widths: Record<HeatDevice, number> = { phone: 390, desktop: 1280 }

async function fetchPage(path: string): Promise<string> {
  const response = await fetch(path, { headers: { accept: 'text/html' } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  // None would run in the frame; without them the browser does not say so forty times.
  return (await response.text()).replace(/<script[\s\S]*?<\/script>|<link[^>]+as="script"[^>]*>/g, '')
}

type Box = { left: number; top: number; width: number; height: number }

/** Before the page is there: its whole width, below a header of about the usual height. */
const unknown = (width: number): Box => ({ left: 0, top: 120, width, height: 1600 })

function Grid({ cells, box, label }: { cells: readonly HeatCell[]; box: Box; label: string }) {
  const most = Math.max(1, ...cells.map(({ times }) => times))
  const { left, top, width } = box
  return (
    <svg
      viewBox={`0 0 ${COLUMNS} ${ROWS}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute fill-anor"
      style={{ left, top, width, height: ROWS * ROW_HEIGHT }}
      role="img"
      aria-label={label}
    >
      {cells.map(({ x, y, times }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width="1" height="1" opacity={0.15 + (0.65 * times) / most} />
      ))}
    </svg>
  )
}

/**
 * The page itself under its presses: the text that everybody gets, shown in a frame where no script runs and nothing can
 * be pressed. As text it needs no address to be framed, so pages go on refusing every frame.
 */
export function HeatPicture({ path, device, cells, words }: Props) {
  const { data, isError } = useQuery({ queryKey: ['page', path], queryFn: () => fetchPage(path) }, client)
  const width = widths[device]
  const [box, setBox] = useState(unknown(width))
  const measure = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const page = currentTarget.contentDocument
    const main = page?.getElementById('main')?.getBoundingClientRect()
    if (page && main) setBox({ left: main.left, top: main.top, width: main.width, height: page.body.scrollHeight })
  }
  return (
    <>
      <p className="small muted" role="status">
        {isError ? words.failed : data === undefined ? words.loading : ''}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too */}
      <section className="max-h-[80vh] overflow-auto border border-line" aria-label={words.map} tabIndex={0}>
        <div className="relative overflow-hidden" style={{ width, height: box.height }}>
          <iframe
            title={words.picture}
            srcDoc={data ?? ''}
            sandbox="allow-same-origin"
            tabIndex={-1}
            aria-hidden="true"
            className="pointer-events-none border-0"
            width={width}
            height={box.height}
            onLoad={measure}
          />
          <Grid cells={cells} box={box} label={words.map} />
        </div>
      </section>
    </>
  )
}
