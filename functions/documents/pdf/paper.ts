import PDFDocument from 'pdfkit'
import type { Language } from '../../../shared/text.ts'
import { fontBytes, type Weight } from './fonts.ts'
import { breakLines } from './lines.ts'

/** Lengths in points; an A4 page is 595 × 842. */
export const margin = { top: 62, bottom: 62, side: 54 } as const
export const ink = { text: '#1a1a1a', soft: '#5f5f5f', rule: '#8c8c8c', shade: '#f5f1ee', red: '#9e2a2b', gold: '#b08d57' } as const
export const leading = 1.5

export type Ink = { size?: number; weight?: Weight; colour?: string; align?: 'left' | 'center' | 'right' }
export type PaperOptions = {
  title: string
  language: Language
  /** Server time that the document states as its own; the same data at the same time makes the same bytes. */
  at: string
  layout?: 'portrait' | 'landscape'
  /** Stands at the foot of every page beside its number. */
  foot?: { left?: string; right?: string }
  /** Stands at the head of every page but the first. */
  head?: string
  /** Grey words across every page, such as “draft”. */
  watermark?: string
  bare?: boolean
}

/** A document being written from top to bottom. `y` is where the next thing begins. */
export type Paper = ReturnType<typeof openPaper>

/** Part of pdfkit that its types leave out: the opened font, asked only whether it has a character. */
type OpenFont = { _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } } }

const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u
const box = '□'

export function openPaper(options: PaperOptions) {
  const doc = new PDFDocument({
    size: 'A4',
    layout: options.layout ?? 'portrait',
    margins: { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side },
    bufferPages: true,
    autoFirstPage: true,
    font: '',
    lang: options.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: options.title,
      CreationDate: new Date(options.at),
      ModDate: new Date(options.at),
      Producer: 'Shuren',
      Creator: 'Shuren',
    },
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('regular', fontBytes('regular'))
  doc.registerFont('bold', fontBytes('bold'))

  const widths = new Map<string, number>()
  const has = new Map<number, boolean>()
  /** Characters that the font lacks, as they were met. */
  const missing = new Map<number, string>()

  const pick = (weight: Weight, size: number) => doc.font(weight).fontSize(size)

  /** The text as it can be printed: what the font lacks becomes □ and is remembered. */
  function printable(text: string): string {
    let out = ''
    for (const character of text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ')) {
      if (character === '\n') out += '\n'
      else if (!invisible.test(character)) out += covered(character) ? character : box
    }
    return out
  }
  function covered(character: string): boolean {
    const point = character.codePointAt(0) ?? 0
    let known = has.get(point)
    if (known === undefined) {
      doc.font('regular')
      known = (doc as unknown as OpenFont)._font.font.hasGlyphForCodePoint(point)
      has.set(point, known)
    }
    if (!known) missing.set(point, character)
    return known
  }
  /** Width by the sum of its characters, each measured once; kerning is left aside. */
  function widthOf(text: string, weight: Weight, size: number): number {
    let sum = 0
    for (const character of text) {
      const name = `${weight}${character}`
      let wide = widths.get(name)
      if (wide === undefined) {
        wide = pick(weight, 100).widthOfString(character) / 100
        widths.set(name, wide)
      }
      sum += wide
    }
    return sum * size
  }

  const paper = {
    doc,
    options,
    language: options.language,
    missing,
    y: margin.top as number,
    left: margin.side as number,
    width: doc.page.width - 2 * margin.side,
    bottom: doc.page.height - margin.bottom,
    room: () => paper.bottom - paper.y,
    newPage() {
      doc.addPage()
      paper.y = margin.top
    },
    /** Begins a new page unless this much room is left. */
    need(height: number) {
      if (paper.room() < height && paper.y > margin.top) paper.newPage()
    },
    lines: (text: string, width: number, { size = 10.5, weight = 'regular' }: Ink = {}, indent = 0) =>
      breakLines(printable(text), width, (piece) => widthOf(piece, weight, size), indent * size),
    /** One line at a place, not broken. */
    write(
      line: string,
      x: number,
      y: number,
      width: number,
      { size = 10.5, weight = 'regular', colour = ink.text, align = 'left' }: Ink = {},
    ) {
      const text = printable(line)
      const spare = align === 'left' ? 0 : width - widthOf(text, weight, size)
      if (text.trim() === '') return
      pick(weight, size)
        .fillColor(colour)
        .text(text, x + (align === 'center' ? spare / 2 : spare), y, { lineBreak: false })
    },
    widthOf: (text: string, weight: Weight, size: number) => widthOf(printable(text), weight, size),
    /** Paragraphs over as many pages as they need; `indent` in characters. */
    paragraph(text: string, style: Ink & { indent?: number; after?: number } = {}) {
      const { size = 10.5, indent = 0, after = 6 } = style
      const height = size * leading
      for (const part of text.split('\n')) {
        for (const [i, line] of paper.lines(part, paper.width, style, indent).entries()) {
          paper.need(height)
          const shift = i === 0 ? indent * size : 0
          paper.write(line, paper.left + shift, paper.y, paper.width - shift, style)
          paper.y += height
        }
      }
      paper.y += after
    },
    async finish(): Promise<Buffer> {
      noteMissing(paper)
      if (!options.bare) decorate(paper)
      doc.end()
      return ended
    },
  }
  return paper
}

/** Tells at the end of the document which characters were printed as □. */
function noteMissing(paper: Paper) {
  if (paper.missing.size === 0) return
  const points = [...paper.missing.keys()].map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`).join(', ')
  const text =
    paper.language === 'zh'
      ? `注：文中以“□”代替的字符为打印字库所缺，其统一码为 ${points}；以系统中所填内容为准。`
      : `Note: characters printed as “□” are missing in the printing font (${points}); what was entered in the system holds.`
  paper.need(30)
  paper.paragraph(text, { size: 8.5, colour: ink.soft })
}

/** Head, foot and page numbers, once the number of pages is known. */
function decorate(paper: Paper) {
  const { doc, options } = paper
  const { start, count } = doc.bufferedPageRange()
  for (let i = 0; i < count; i += 1) {
    doc.switchToPage(start + i)
    // The foot stands in the margin, where pdfkit would otherwise begin a new page.
    doc.page.margins.bottom = 0
    const y = doc.page.height - margin.bottom + 22
    doc
      .moveTo(paper.left, y - 8)
      .lineTo(paper.left + paper.width, y - 8)
      .lineWidth(0.5)
      .strokeColor(ink.rule)
      .stroke()
    const small = { size: 8, colour: ink.soft } as const
    const number = paper.language === 'zh' ? `第 ${i + 1} 页，共 ${count} 页` : `Page ${i + 1} of ${count}`
    if (options.foot?.left) paper.write(options.foot.left, paper.left, y, paper.width, small)
    paper.write(number, paper.left, y, paper.width, { ...small, align: 'center' })
    if (options.foot?.right) paper.write(options.foot.right, paper.left, y, paper.width, { ...small, align: 'right' })
    if (options.head && i > 0) paper.write(options.head, paper.left, margin.top - 26, paper.width, { ...small, align: 'right' })
    if (options.watermark) {
      doc
        .save()
        .rotate(-35, { origin: [doc.page.width / 2, doc.page.height / 2] })
        .fillOpacity(0.08)
      paper.write(options.watermark, 0, doc.page.height / 2 - 60, doc.page.width, {
        size: 84,
        weight: 'bold',
        align: 'center',
        colour: ink.red,
      })
      doc.restore()
    }
  }
}
