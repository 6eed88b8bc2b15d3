import QRCode from 'qrcode'
import { drawRow } from './grid.ts'
import { ink, leading, type Paper } from './paper.ts'

/** The name of a document in the middle of the page, with what it belongs to above. */
export function drawTitle(paper: Paper, title: string, above?: string) {
  if (above) {
    for (const line of paper.lines(above, paper.width, { size: 11.5 })) {
      paper.write(line, paper.left, paper.y, paper.width, { size: 11.5, align: 'center', colour: ink.soft })
      paper.y += 11.5 * leading
    }
    paper.y += 4
  }
  for (const line of paper.lines(title, paper.width, { size: 20, weight: 'bold' })) {
    paper.write(line, paper.left, paper.y, paper.width, { size: 20, weight: 'bold', align: 'center' })
    paper.y += 20 * leading
  }
  paper.y += 10
}

/** A heading that is never left alone at the foot of a page. */
export function drawHeading(paper: Paper, text: string, level: 1 | 2 = 1) {
  const size = level === 1 ? 13 : 10.5
  paper.need(size * leading + 110)
  paper.y += level === 1 ? 12 : 6
  const bar = level === 1 ? 9 : 0
  for (const [i, line] of paper.lines(text, paper.width - bar, { size, weight: 'bold' }).entries()) {
    if (i === 0 && bar > 0) paper.doc.rect(paper.left, paper.y + 2, 3.5, size * 1.25).fill(ink.red)
    paper.write(line, paper.left + bar, paper.y, paper.width - bar, { size, weight: 'bold' })
    paper.y += size * leading
  }
  paper.y += 4
}

/** A ruled box with its label on top and room for hand, stamp and date below the text. */
export function drawOpinion(paper: Paper, box: { label: string; text?: string; room?: number; signatures: string }) {
  const room = box.room ?? 96
  paper.need(room + 60)
  drawRow(paper, [{ text: box.label, width: paper.width, label: true, align: 'left' }])
  if (box.text) drawRow(paper, [{ text: box.text, width: paper.width, indent: 2 }])
  paper.need(room)
  paper.doc.rect(paper.left, paper.y, paper.width, room).lineWidth(0.6).strokeColor(ink.rule).stroke()
  paper.write(box.signatures, paper.left, paper.y + room - 26, paper.width - 14, { size: 10, align: 'right' })
  paper.y += room
}

/** A QR code of square modules drawn as shapes, so that it stays sharp in print. Sizes in points. */
export function drawQr(paper: Paper, text: string, x: number, y: number, side: number) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const one = side / modules.size
  const { doc } = paper
  doc.save().fillColor('#000000')
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) doc.rect(x + column * one, y + row * one, one + 0.05, one + 0.05)
  doc.fill().restore()
}
