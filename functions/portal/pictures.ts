/** A picture as it may be shown to everybody, and its size as it is seen. */
export type Shown = { bytes: Uint8Array; width: number; height: number }

/**
 * A picture without what cameras and programs write into it: where it was taken, when, with what, by whom. What turns it the right way round
 * stays. Undefined for what cannot be read as a JPEG, PNG or WebP picture.
 */
export function withoutTraces(bytes: Uint8Array, type: string): Shown | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (type === 'image/jpeg') return jpeg(bytes, view)
    if (type === 'image/png') return png(bytes, view)
    if (type === 'image/webp') return webp(bytes, view)
    return undefined
  } catch (error) {
    // It ends in the middle of what it promises.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const ascii = (bytes: Uint8Array, from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))

/** Chunks of a PNG that hold words, times and camera data. */
const tracesInPng = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

function png(bytes: Uint8Array, view: DataView): Shown | undefined {
  if (view.getUint32(0) !== 0x89504e47 || ascii(bytes, 12, 4) !== 'IHDR') return undefined
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length; ) {
    const next = at + 12 + view.getUint32(at)
    if (next > bytes.length) return undefined
    if (!tracesInPng.has(ascii(bytes, at + 4, 4))) kept.push(bytes.subarray(at, next))
    at = next
  }
  return { bytes: joined(kept), width: view.getUint32(16), height: view.getUint32(20) }
}

/** Markers of a JPEG that say its size: all start-of-frame markers but those of tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
/** APP0 (how to draw it), APP2 (colours) and APP14 (colours again) are needed; the rest of the application markers and comments are traces. */
const isTrace = (marker: number) => (marker > 0xe0 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe

function jpeg(bytes: Uint8Array, view: DataView): Shown | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  const kept = [bytes.subarray(0, 2)]
  let size: [number, number] | undefined
  let turn = 1
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const next = at + 2 + view.getUint16(at + 2)
    if (next > bytes.length) return undefined
    if (isFrame(marker)) size = [view.getUint16(at + 7), view.getUint16(at + 5)]
    if (marker === 0xe1) turn = turnOf(bytes.subarray(at + 4, next)) ?? turn
    if (!isTrace(marker)) kept.push(bytes.subarray(at, marker === 0xda ? bytes.length : next))
    if (marker === 0xda) break
    at = next
  }
  if (!size) return undefined
  const [width, height] = turn > 4 ? [size[1], size[0]] : size
  if (turn !== 1) kept.splice(1, 0, turned(turn))
  return { bytes: joined(kept), width, height }
}

/** How a camera was held, by the orientation of EXIF: 1 to 8. */
function turnOf(segment: Uint8Array): number | undefined {
  if (ascii(segment, 0, 4) !== 'Exif') return undefined
  const view = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6)
  const little = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, little)
  for (let i = 0, entries = view.getUint16(first, little); i < entries; i++) {
    const entry = first + 2 + i * 12
    if (view.getUint16(entry, little) !== 0x0112) continue
    const turn = view.getUint16(entry + 8, little)
    return turn >= 1 && turn <= 8 ? turn : undefined
  }
  return undefined
}

const exifHead = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0]
const tiffHead = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
const oneEntry = [0, 1]
const noFurther = [0, 0, 0, 0]
/** An EXIF segment that says nothing but the orientation. */
const turned = (turn: number): Uint8Array => {
  const orientation = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0]
  return Uint8Array.from([...exifHead, ...tiffHead, ...oneEntry, ...orientation, ...noFurther])
}

const tracesInWebp = new Set(['EXIF', 'XMP '])

function webp(bytes: Uint8Array, view: DataView): Shown | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined
  const kept = [bytes.slice(0, 12)]
  let size: [number, number] | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = ascii(bytes, at, 4)
    const length = view.getUint32(at + 4, true)
    const next = at + 8 + length + (length % 2)
    if (at + 8 + length > bytes.length) return undefined
    size ??= sizeInWebp(name, view, at + 8)
    if (!tracesInWebp.has(name)) {
      const chunk = bytes.slice(at, next)
      // The extended header announces what is left out: bits of EXIF and XMP.
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0b1100
      kept.push(chunk)
    }
    at = next
  }
  if (!size) return undefined
  const whole = joined(kept)
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return { bytes: whole, width: size[0], height: size[1] }
}

function sizeInWebp(name: string, view: DataView, at: number): [number, number] | undefined {
  const three = (from: number) => view.getUint16(from, true) + (view.getUint8(from + 2) << 16)
  if (name === 'VP8X') return [three(at + 4) + 1, three(at + 7) + 1]
  if (name === 'VP8 ') return [view.getUint16(at + 6, true) & 0x3fff, view.getUint16(at + 8, true) & 0x3fff]
  if (name !== 'VP8L') return undefined
  const packed = view.getUint32(at + 1, true)
  return [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1]
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
