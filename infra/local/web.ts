import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Document } from '../../functions/api/openapi/document.ts'
import { developers, developersPage } from '../../functions/api/openapi/page.ts'
import { languages } from '../../shared/text.ts'
import { root } from './root.ts'

export const configFile = `${root}web/vite.config.ts`
/** The interface, written down beside the pages for those who program against it. */
function writeDevelopersPages(): void {
  const document = JSON.parse(readFileSync(`${root}docs/openapi.json`, 'utf8')) as Document
  mkdirSync(`${root}web/dist/developers`, { recursive: true })
  writeFileSync(`${root}web/dist/developers/openapi.json`, JSON.stringify(document))
  for (const language of languages) writeFileSync(`${root}web/dist/${developers[language]}`, developersPage(document, language))
}

const stamp = `${root}.local/web.sha256`

function fingerprint(): string {
  const sources = globSync(
    ['web/**/*.{ts,tsx,css,html,svg,json}', 'shared/**/*.ts', 'functions/api/openapi/*.ts', 'docs/openapi.json', 'package-lock.json'],
    {
      cwd: root,
      exclude: ['web/dist/**', '**/node_modules/**', '**/*.test.*'],
    },
  )
  const hash = createHash('sha256')
  for (const file of sources.sort()) hash.update(file).update(readFileSync(`${root}${file}`))
  return hash.digest('hex')
}

/** Builds the web files when there are none or a source has changed since. */
export async function ensureBuilt(say: (text: string) => void = () => {}): Promise<void> {
  const wanted = fingerprint()
  if (existsSync(`${root}web/dist/app/index.html`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building the web files …')
  let complaint = ''
  const build = spawn(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build', '--config', configFile, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Under tests NODE_ENV is `test`, and the parts of libraries that are for development would be built in.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (text) => {
      complaint = `${complaint}${text}`.slice(-4000)
    })
  const code = await new Promise((resolve) => build.once('exit', resolve))
  if (code !== 0) throw new Error(`The web files could not be built:\n${stripVTControlCharacters(complaint)}`)
  writeDevelopersPages()
  mkdirSync(`${root}.local`, { recursive: true })
  writeFileSync(stamp, wanted)
}
