import type { CellObject } from 'write-excel-file/node'
import type { SheetRow } from '../../../shared/sheets/row.ts'
import type { Text } from '../../../shared/text.ts'
import { headingStyle, textCell } from './write.ts'

/** Something to say about a row of an uploaded file, and the place of the cell it is about. */
export type Annotation = { row: number; at?: number | undefined; text: Text; severity: 'problem' | 'oddity' }

const colour = { problem: '#F8D7DA', oddity: '#FFF3CD' } as const

/**
 * The uploaded file given back: every row as it came, problems and oddities beside it in both languages, the cells they are about coloured.
 * The two columns with remarks stand last, so that the corrected file can be uploaded again as it is.
 */
export async function annotated(rows: readonly SheetRow[], annotations: readonly Annotation[]): Promise<Buffer> {
  const byRow = Map.groupBy(annotations, ({ row }) => row)
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length))
  const data = rows.map((row, i) => {
    const here = byRow.get(row.line) ?? []
    const cells = Array.from({ length: width }, (_, at) => cellOf(row.cells[at] ?? '', at, here))
    if (i > 0) return [...cells, remarks(here, 'problem'), remarks(here, 'oddity')]
    // What is wrong with the headings themselves stands where the heading of the remarks would.
    return [
      ...cells.map((cell) => ({ ...cell, ...headingStyle })),
      remarks(here, 'problem') ?? { ...textCell('问题 Problems'), ...headingStyle },
      remarks(here, 'oddity') ?? { ...textCell('提示 Notes'), ...headingStyle },
    ]
  })
  const columns = [...Array.from({ length: width }, () => ({ width: 18 })), { width: 60 }, { width: 60 }]
  const { default: writeExcel } = await import('write-excel-file/node')
  return writeExcel(data, { sheet: '核对结果 Checked', columns, stickyRowsCount: 1 }).toBuffer()
}

function cellOf(text: string, at: number, here: readonly Annotation[]): CellObject {
  const about = here.filter((annotation) => annotation.at === at)
  const severity = about.some((annotation) => annotation.severity === 'problem') ? 'problem' : about[0]?.severity
  return severity ? { ...textCell(text), backgroundColor: colour[severity] } : textCell(text)
}

function remarks(here: readonly Annotation[], severity: Annotation['severity']): CellObject | null {
  const texts = here.filter((annotation) => annotation.severity === severity).map(({ text }) => `${text.zh}\n${text.en}`)
  return texts.length > 0 ? { ...textCell(texts.join('\n')), backgroundColor: colour[severity] } : null
}
