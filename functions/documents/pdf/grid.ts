import { type Ink, ink, leading, type Paper } from './paper.ts'

/** A cell of a ruled row. Labels are shaded and stand in the middle; `indent` (in characters) makes each paragraph begin like one. */
export type GridCell = {
  text: string
  width: number
  label?: boolean
  bold?: boolean
  align?: Ink['align']
  indent?: number
  size?: number
}

const padding = { x: 5, y: 4 } as const
const usualSize = 9.5

type Laid = { cell: GridCell; lines: { text: string; shift: number }[]; size: number }

function lay(paper: Paper, cell: GridCell): Laid {
  const size = cell.size ?? usualSize
  const width = cell.width - 2 * padding.x
  const style = { size, weight: cell.label || cell.bold ? 'bold' : 'regular' } as const
  const lines = cell.text.split('\n').flatMap((part) => {
    const text = cell.indent ? part.replace(/^[\s　]+/, '') : part
    return paper
      .lines(text, width, style, cell.indent ?? 0)
      .map((line, i) => ({ text: line, shift: i === 0 ? (cell.indent ?? 0) * size : 0 }))
  })
  return { cell, lines, size }
}

const heightOf = (laid: readonly Laid[], count: (each: Laid) => number) =>
  Math.max(...laid.map((each) => Math.max(1, count(each)) * each.size * leading)) + 2 * padding.y

/** Draws one ruled row. A row that does not fit goes to the next page, after `again` has drawn the header there; one of many lines is split between them. */
export function drawRow(paper: Paper, cells: readonly GridCell[], again: () => void = () => {}) {
  let laid = cells.map((cell) => lay(paper, cell))
  for (;;) {
    const height = heightOf(laid, (each) => each.lines.length)
    if (height <= paper.room()) return drawPiece(paper, laid, height)
    const fitting = (each: Laid) => Math.floor((paper.room() - 2 * padding.y) / (each.size * leading))
    const longest = Math.max(...laid.map(({ lines }) => lines.length))
    if (longest >= 8 && Math.min(...laid.map(fitting)) >= 3) {
      const first = laid.map((each) => ({ ...each, lines: each.lines.slice(0, fitting(each)) }))
      laid = laid.map((each) => ({ ...each, lines: each.lines.slice(fitting(each)) }))
      drawPiece(paper, first, paper.room())
    }
    paper.newPage()
    again()
  }
}

function drawPiece(paper: Paper, laid: readonly Laid[], height: number) {
  const { doc } = paper
  let x = paper.left
  for (const { cell, lines, size } of laid) {
    doc.lineWidth(0.6).strokeColor(ink.rule)
    if (cell.label) doc.rect(x, paper.y, cell.width, height).fillAndStroke(ink.shade, ink.rule)
    else doc.rect(x, paper.y, cell.width, height).stroke()
    const tall = lines.length * size * leading
    let y = paper.y + Math.max(padding.y, (height - tall) / 2) + size * 0.1
    for (const line of lines) {
      const align = cell.align ?? (cell.label ? 'center' : 'left')
      const style = { size, weight: cell.label || cell.bold ? 'bold' : 'regular', align } as const
      paper.write(line.text, x + padding.x + line.shift, y, cell.width - 2 * padding.x - line.shift, style)
      y += size * leading
    }
    x += cell.width
  }
  paper.y += height
}

export type PdfColumn = { title: string /** Share of the width. */; share: number; align?: Ink['align'] }

/** A ruled table whose header stands again on every page. `below` is the room that must stay under its last row on the same page. */
export function drawTable(
  paper: Paper,
  columns: readonly PdfColumn[],
  rows: readonly (readonly string[])[],
  options: { size?: number; sums?: readonly string[]; below?: number } = {},
) {
  const { size = 9 } = options
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const width = (i: number) => (paper.width * (columns[i]?.share ?? 0)) / all
  const cellsOf = (texts: readonly string[], bold: boolean): GridCell[] =>
    columns.map(({ align }, i) => ({ text: texts[i] ?? '', width: width(i), bold, size, ...(align ? { align } : {}) }))
  const header = () =>
    drawRow(
      paper,
      columns.map(({ title }, i) => ({ text: title, width: width(i), label: true, size })),
    )
  paper.need(70)
  header()
  const body = [...rows.map((row) => cellsOf(row, false)), ...(options.sums ? [cellsOf(options.sums, true)] : [])]
  for (const [i, cells] of body.entries()) {
    if (i === body.length - 1 && options.below && heightOfRow(paper, cells) + options.below > paper.room()) {
      paper.newPage()
      header()
    }
    drawRow(paper, cells, header)
  }
}

function heightOfRow(paper: Paper, cells: readonly GridCell[]): number {
  return heightOf(
    cells.map((cell) => lay(paper, cell)),
    (each) => each.lines.length,
  )
}

/** Labels and values in pairs, two pairs a row where both are short. */
export function drawPairs(paper: Paper, pairs: readonly { label: string; value: string; wide?: boolean }[]) {
  const labelWidth = paper.width * 0.18
  const half = paper.width / 2 - labelWidth
  let waiting: { label: string; value: string } | undefined
  const longLabel = (label: string) => paper.widthOf(label, 'bold', usualSize) > (labelWidth - 2 * padding.x) * 2
  const question = ({ label, value }: { label: string; value: string }) =>
    drawRow(paper, [
      { text: label, width: paper.width * 0.74, label: true, align: 'left' },
      { text: value, width: paper.width * 0.26 },
    ])
  const one = ({ label, value }: { label: string; value: string }) =>
    drawRow(paper, [
      { text: label, width: labelWidth, label: true },
      { text: value, width: paper.width - labelWidth },
    ])
  for (const pair of pairs) {
    if (longLabel(pair.label)) {
      if (waiting) one(waiting)
      waiting = undefined
      question(pair)
      continue
    }
    const short = !pair.wide && paper.widthOf(pair.value, 'regular', usualSize) <= (half - 2 * padding.x) * 2
    if (!short) {
      if (waiting) one(waiting)
      waiting = undefined
      one(pair)
    } else if (waiting) {
      drawRow(paper, [
        { text: waiting.label, width: labelWidth, label: true },
        { text: waiting.value, width: half },
        { text: pair.label, width: labelWidth, label: true },
        { text: pair.value, width: half },
      ])
      waiting = undefined
    } else waiting = pair
  }
  if (waiting) one(waiting)
}
