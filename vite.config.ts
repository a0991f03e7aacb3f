import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minifyContractRouter } from '@orpc/contract'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, runnerImport } from 'vite'

/**
 * Emits src/web/before-paint.js as a hashed file and names it in the page's head.
 * It must be a classic script (a module would run after the first paint) and no inline one (the server's policy forbids those).
 */
function beforePaint(): Plugin {
  const source = () => readFileSync(new URL('./src/web/before-paint.js', import.meta.url), 'utf8')
  let asset = ''
  return {
    name: 'before-paint',
    configureServer(server) {
      server.middlewares.use('/before-paint.js', (_, answer) => answer.setHeader('content-type', 'text/javascript').end(source()))
    },
    buildStart() {
      if (this.environment.config.command === 'build') asset = this.emitFile({ type: 'asset', name: 'before-paint.js', source: source() })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const file = bundle ? Object.keys(bundle).find((name) => /before-paint-.*\.js$/.test(name)) : 'before-paint.js'
        if (bundle && !asset) throw new Error('before-paint.js was not emitted')
        return [{ tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head-prepend' }]
      },
    },
  }
}

/**
 * `virtual:routes`: methods and paths of core's contracts and of every room's, as plain data, so that no schema library reaches the browser.
 */
function routes(): Plugin {
  const name = 'virtual:routes'
  const ours = async <Module>(file: string) => (await runnerImport<Module>(fileURLToPath(new URL(file, import.meta.url)))).module
  return {
    name: 'routes',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const { coreContract, openContract } = await ours<typeof import('./src/core/contracts.ts')>('./src/core/contracts.ts')
      const { roomContracts } = await ours<typeof import('./src/portals.ts')>('./src/portals.ts')
      const [agency, open] = [{ ...coreContract, ...roomContracts }, openContract].map((contract) => minifyContractRouter(contract))
      return `export default ${JSON.stringify({ agency, open })}`
    },
  }
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), beforePaint(), routes()],
  build: { outDir: '../../dist/web', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
  server: { proxy: { '/api': process.env.ROLECALL_URL ?? 'http://127.0.0.1:3000' } },
})
