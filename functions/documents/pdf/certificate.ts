import { beijing } from '../../../shared/calendar/beijing.ts'
import type { Language } from '../../../shared/text.ts'
import { ink, leading, openPaper, type Paper } from './paper.ts'
import { drawQr } from './parts.ts'

/** What an award's certificate says. `text` is ready: its placeholders have been filled. `checkUrl` is where anybody can check it. */
export type Certificate = {
  title: string
  text: string
  number: string
  holder: string
  /** Who awards. */
  host: string
  date: string
  checkUrl: string
  language?: Language
  at: string
}

const words = {
  zh: { number: '证书编号', check: '扫码核验' },
  en: { number: 'Certificate no.', check: 'Scan to check' },
} as const

/** A certificate on one landscape page, with a QR code that leads to its check. Long titles and texts get smaller letters instead of a second page. */
export function certificatePdf(certificate: Certificate): Promise<Buffer> {
  const language = certificate.language ?? 'zh'
  const say = words[language]
  const paper = openPaper({
    title: `${certificate.title} ${certificate.number}`,
    language,
    at: certificate.at,
    layout: 'landscape',
    bare: true,
  })
  const { doc } = paper
  const { width, height } = doc.page
  drawBorder(paper)
  const inner = { x: 96, width: width - 192 }
  const titleSize = largestSize(paper, certificate.title, inner.width, [44, 38, 32, 26, 22], 1)
  let y = 92
  y = block(paper, certificate.title, inner, y, { size: titleSize, weight: 'bold', colour: ink.red, align: 'center' })
  y += 18
  const holderSize = largestSize(paper, certificate.holder, inner.width, [20, 18, 16, 14], 2)
  y = block(paper, language === 'zh' ? `${certificate.holder}：` : `${certificate.holder}:`, inner, y, { size: holderSize, weight: 'bold' })
  y += 8
  const textSize = largestSize(
    paper,
    certificate.text,
    inner.width,
    [17, 15, 13.5, 12, 10.5, 9],
    Math.floor((height - 200 - y) / (13.5 * leading)),
  )
  block(paper, certificate.text, inner, y, { size: textSize, indent: language === 'zh' ? 2 : 0 })

  const side = 74
  const foot = height - 92 - side
  drawQr(paper, certificate.checkUrl, inner.x, foot, side)
  paper.write(say.check, inner.x, foot + side + 5, side, { size: 8, colour: ink.soft, align: 'center' })
  const beside = { x: inner.x + side + 16, width: inner.width / 2 - side - 16 }
  paper.write(`${say.number}${language === 'zh' ? '：' : ': '}${certificate.number}`, beside.x, foot + side - 34, beside.width, {
    size: 10.5,
  })
  for (const [i, line] of paper.lines(certificate.checkUrl, beside.width, { size: 7.5 }).slice(0, 2).entries())
    paper.write(line, beside.x, foot + side - 16 + i * 10, beside.width, { size: 7.5, colour: ink.soft })
  const right = { x: inner.x + inner.width / 2, width: inner.width / 2 }
  const hostLines = paper.lines(certificate.host, right.width, { size: 15, weight: 'bold' })
  let hostY = foot + side - 34 - (hostLines.length - 1) * 15 * leading
  for (const line of hostLines) {
    paper.write(line, right.x, hostY, right.width, { size: 15, weight: 'bold', align: 'right' })
    hostY += 15 * leading
  }
  paper.write(beijing.formatDate(certificate.date, language), right.x, hostY + 2, right.width, { size: 13, align: 'right' })
  return paper.finish()
}

/** The largest size at which a text takes no more than so many lines. */
function largestSize(paper: Paper, text: string, width: number, sizes: readonly number[], lines: number): number {
  return sizes.find((size) => paper.lines(text, width, { size, weight: 'bold' }, 2).length <= lines) ?? sizes.at(-1) ?? 9
}

type BlockStyle = { size: number; weight?: 'bold'; colour?: string; align?: 'center'; indent?: number }
function block(paper: Paper, text: string, at: { x: number; width: number }, y: number, style: BlockStyle): number {
  const { size, indent = 0 } = style
  for (const part of text.split('\n'))
    for (const [i, line] of paper.lines(part, at.width, style, indent).entries()) {
      const shift = i === 0 ? indent * size : 0
      paper.write(line, at.x + shift, y, at.width - shift, style)
      y += size * (leading + 0.25)
    }
  return y
}

function drawBorder(paper: Paper) {
  const { doc } = paper
  const { width, height } = doc.page
  const frame = (inset: number, line: number, colour: string) =>
    doc
      .rect(inset, inset, width - 2 * inset, height - 2 * inset)
      .lineWidth(line)
      .strokeColor(colour)
      .stroke()
  frame(26, 5, ink.red)
  frame(35, 1, ink.gold)
  frame(40, 0.5, ink.gold)
  const corner = 34
  for (const [x, y, dx, dy] of [
    [48, 48, 1, 1],
    [width - 48, 48, -1, 1],
    [48, height - 48, 1, -1],
    [width - 48, height - 48, -1, -1],
  ] as const) {
    doc
      .moveTo(x, y + dy * corner)
      .lineTo(x, y)
      .lineTo(x + dx * corner, y)
      .lineWidth(2)
      .strokeColor(ink.gold)
      .stroke()
    doc
      .moveTo(x + dx * 7, y + dy * corner * 0.7)
      .lineTo(x + dx * 7, y + dy * 7)
      .lineTo(x + dx * corner * 0.7, y + dy * 7)
      .lineWidth(0.8)
      .stroke()
  }
}
