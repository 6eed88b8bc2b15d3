import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Weight = 'regular' | 'bold'
const files = {
  regular: { name: 'NotoSansSC_400Regular.ttf', folder: '400Regular' },
  bold: { name: 'NotoSansSC_700Bold.ttf', folder: '700Bold' },
} as const satisfies Record<Weight, { name: string; folder: string }>

/**
 * Where the file of a weight lies: in the folder FONTS_DIR if it is set, else in `fonts/` beside this module as a bundle carries it, else in
 * the installed package. Nothing else knows these places.
 */
export function fontFile(weight: Weight): string {
  const { name, folder } = files[weight]
  const set = process.env.FONTS_DIR
  if (set) return join(set, name)
  const beside = fileURLToPath(new URL(`./fonts/${name}`, import.meta.url))
  if (existsSync(beside)) return beside
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${folder}/${name}`)
}

const loaded = new Map<Weight, Buffer>()
/** The bytes of a weight, read once per process when the first document needs them (10 MB each). */
export function fontBytes(weight: Weight): Buffer {
  const known = loaded.get(weight)
  if (known) return known
  const bytes = readFileSync(fontFile(weight))
  loaded.set(weight, bytes)
  return bytes
}
