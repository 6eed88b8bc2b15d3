import { inflateSync } from 'node:zlib'
import decode from 'jsqr'

/** Pixels in a point: enough to tell the smallest module of a printed code. */
const scale = 8

/** What the QR code printed on a PDF says: its filled squares are drawn as a picture, and the picture is read as a scanner reads it. */
export function qrOf(pdf: Buffer): string | undefined {
  const file = pdf.toString('latin1')
  for (const [, dictionary = '', body = ''] of file.matchAll(/<<([^>]*)>>\s*stream\n([\s\S]*?)\nendstream/g)) {
    const raw = Buffer.from(body, 'latin1')
    const content = dictionary.includes('/FlateDecode') ? unpacked(raw) : raw.toString('latin1')
    const squares = [...content.matchAll(/(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) re\b/g)]
      .map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number])
      .filter(([, , width, height]) => width === height && width < 10)
    if (squares.length < 200) continue
    const said = read(squares)
    if (said) return said
  }
  return undefined
}

function unpacked(raw: Buffer): string {
  try {
    return inflateSync(raw).toString('latin1')
  } catch {
    return ''
  }
}

function read(squares: readonly [number, number, number, number][]): string | undefined {
  const left = Math.min(...squares.map(([x]) => x))
  const top = Math.min(...squares.map(([, y]) => y))
  const margin = 4 * scale
  const side = Math.ceil(Math.max(...squares.map(([x, y, width]) => Math.max(x - left, y - top) + width)) * scale) + 2 * margin
  const picture = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [x, y, width, height] of squares)
    for (let row = Math.round((y - top) * scale); row < Math.round((y - top + height) * scale); row++)
      for (let column = Math.round((x - left) * scale); column < Math.round((x - left + width) * scale); column++)
        picture.fill(0, ((row + margin) * side + column + margin) * 4, ((row + margin) * side + column + margin) * 4 + 3)
  return (decode as unknown as typeof decode.default)(picture, side, side)?.data
}
