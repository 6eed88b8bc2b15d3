import { fileURLToPath } from 'node:url'
import cascadeLayers from '@csstools/postcss-cascade-layers'
import tailwind from '@tailwindcss/vite'
import icons from 'unplugin-icons/vite'
import { defineConfig, type Plugin, type PreviewServer, type ViteDevServer } from 'vite'
import solid from 'vite-plugin-solid'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The oldest browsers served; see the targets in the design of the screens. */
const browsers = ['chrome99', 'safari15']

/** Every address below /app/ is the signed-in application, /r the link page: the same rule as on the site's distribution. */
function applicationAddresses(): Plugin {
  const rewrite = (server: ViteDevServer | PreviewServer) => {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '').split('?')[0] ?? ''
      if (/^\/app(\/[^.]*)?$/.test(path)) request.url = '/app/index.html'
      if (/^\/r\/?$/.test(path)) request.url = '/r/index.html'
      next()
    })
  }
  return { name: 'application-addresses', configureServer: rewrite, configurePreviewServer: rewrite }
}

/** What published pages name by the addresses of the built files comes from its sources while those are being written. */
function publishedAddresses(): Plugin {
  const sources = new Map(['css', 'js'].map((kind) => [`/assets/site.${kind}`, `/src/public/site.${kind === 'js' ? 'ts' : kind}`]))
  const configureServer = (server: ViteDevServer) => {
    server.middlewares.use((request, _response, next) => {
      request.url = sources.get((request.url ?? '').split('?')[0] ?? '') ?? request.url ?? '/'
      next()
    })
  }
  return { name: 'published-addresses', configureServer }
}

/**
 * The first script runs as soon as it is there; as a part of the application it would wait for all of it. Named before everything else, it comes before everything
 * else on one connection.
 */
function firstScript(): Plugin {
  return {
    name: 'first-script',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const early = Object.values(bundle ?? {}).find((each) => each.type === 'chunk' && each.isEntry && each.name === 'early')
        const application = html.search(/<script type="module"[^>]*\/assets\/app-/)
        if (!early || application < 0) return html
        const tag = `<script type="module" async crossorigin src="/${early.fileName}"></script>\n    `
        return `${html.slice(0, application)}${tag}${html.slice(application)}`
      },
    },
  }
}

/** The icons, each drawn as it stands in the page's markup. What one means is said in words beside it: it is nothing to who listens. */
const drawings = icons({
  compiler: 'solid',
  iconCustomizer: (_collection, _icon, given) => {
    Object.assign(given, { width: '24', height: '24', 'aria-hidden': 'true' })
  },
})

export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  appType: 'mpa',
  plugins: [applicationAddresses(), publishedAddresses(), firstScript(), tailwind(), drawings, solid()],
  // Safari 15.0 to 15.3 knows no cascade layers and would drop everything inside them; their order is written into the selectors instead.
  css: { postcss: { plugins: [cascadeLayers()] } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    manifest: true,
    // What the entries have already need not be named with each page.
    modulePreload: {
      resolveDependencies: (_, parts, { hostType }) =>
        hostType === 'html'
          ? parts
          : parts.filter((part) => !/assets\/((first|early|base|common|frame|rolldown-runtime)-[^/]+[.]js|app-[^/]+[.]css)$/.test(part)),
    },
    // A strict Content-Security-Policy has no room for data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The domain is pure, and its schemas stand beside the words of their slice: a page that takes only the words leaves the schemas out.
      treeshake: { manualPureFunctions: ['z'], moduleSideEffects: [{ test: /\/shared\//, sideEffects: false }] },
      input: { early: here('src/early.ts'), app: here('app/index.html'), r: here('r/index.html'), site: here('src/public/site.ts') },
      output: {
        // A file for each set of pages that share a module would be fifty files for a page, and on a phone's network each is waited for. What most pages need stands
        // in two files instead, what is smaller than the asking for it in a third; each page stays within its budget (`size.ts`).
        codeSplitting: {
          groups: [
            // What the first script needs, and nothing else; what of it a page behind a link needs too stands by itself.
            {
              name: 'first',
              test: /preload-helper|data\/(ahead|idle)\.|older-browsers\./,
              includeDependenciesRecursively: false,
              priority: 5,
            },
            {
              name: 'early',
              test: /src\/early\.|shell\/opening\.|pages\/\w+\/(openings|written)\./,
              includeDependenciesRecursively: false,
              priority: 5,
            },
            // Most pages have a list that may be empty; those on which a form is filled in have none and the least room.
            { name: 'empty', test: /ui\/empty-state|lucide\/inbox\./, includeDependenciesRecursively: false, priority: 4 },
            // What every page of the application has around it.
            {
              name: 'frame',
              test: /ui\/(toast|skeleton|page-header|composing)\.|lucide\/x\.|i18n\/(shell|quoting)\.|data\/known\./,
              includeDependenciesRecursively: false,
              priority: 4,
            },
            { name: 'base', minShareCount: 60, priority: 3 },
            { name: 'common', minShareCount: 30, priority: 2 },
            // An icon stays with the few pages that show it.
            { name: 'small', test: /^(?!.*lucide)/, minShareCount: 6, maxModuleSize: 600, priority: 1 },
            // The pages of those who write, of which the task list is waited for most.
            {
              name: 'writing',
              test: /forms\/(judge|field-ids|bindings|visible)\.|submissions\/(asked-sections|returned|comments-in)\./,
              includeDependenciesRecursively: false,
            },
            {
              name: 'tasks',
              test: /(forms|i18n)\/held\.|i18n\/applicant\.|submissions\/(held-lines|colleagues|presence)\./,
              includeDependenciesRecursively: false,
            },
            {
              name: 'bits',
              test: /data\/kept\.|i18n\/(numbers|ui-lists)\.|lucide\/(check|user-plus)\./,
              includeDependenciesRecursively: false,
            },
            { name: 'way', test: /i18n\/path\.|submissions\/(path-card|versions)\./, includeDependenciesRecursively: false },
            { name: 'reading', test: /forms\/(form-reader|value-view)/, includeDependenciesRecursively: false },
          ],
        },
        // Published pages name these two files for years, so their names never change.
        entryFileNames: (chunk) => (chunk.name === 'site' ? 'assets/site.js' : 'assets/[name]-[hash].js'),
        assetFileNames: (asset) => (asset.names.includes('site.css') ? 'assets/site.css' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
})
