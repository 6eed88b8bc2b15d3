import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Column, columns, columnTitle } from '../../functions/portal/frame.ts'
import { siteOf } from '../../shared/portal/pages.ts'
import { launch } from './browser.ts'

/** Draws the pictures shown when a public page is shared, one per column, into `web/public/share`: `npm run sharing`. Square, as WeChat asks. */
const folder = fileURLToPath(new URL('../../web/public/share/', import.meta.url))
const side = 480
const site = siteOf('')

const picture = (title: string) => `<!doctype html><html lang="zh-CN"><style>
  body { margin: 0; width: ${side}px; height: ${side}px; display: grid; grid-template-rows: 1fr auto; color: #fff; background: #b3161b; font-family: "Noto Sans SC", sans-serif; }
  main { display: grid; place-content: center; text-align: center; }
  .name { font-size: 132px; font-weight: 700; letter-spacing: 0.12em; margin-right: -0.12em; line-height: 1.2; }
  .title { margin-top: 12px; font-size: 44px; letter-spacing: 0.3em; margin-right: -0.3em; }
  footer { padding: 26px; background: #8f1015; text-align: center; font-size: 26px; letter-spacing: 0.1em; }
</style><main><div class="name">${site.name.zh}</div>${title && `<div class="title">${title}</div>`}</main><footer>${site.name.en}</footer></html>`

mkdirSync(folder, { recursive: true })
const browser = await launch()
const page = await browser.newPage({ viewport: { width: side, height: side } })
for (const name of ['home', ...columns] as const) {
  await page.setContent(picture(name === 'home' ? '' : columnTitle[name as Column].zh))
  await page.screenshot({ path: `${folder}${name}.png` })
}
await browser.close()
