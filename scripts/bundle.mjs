/**
 * Bundles what the compiler has checked: the program and the library's entries, with the packages that every start needs. Hundreds
 * of small files take most of the time of a command that works on files alone.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Packages that become part of dist; all others stay dependencies. Their licences go into THIRD-PARTY-NOTICES.txt. */
const BUNDLED = ['commander', 'diff', 'fast-json-patch', 'p-map', 'uuid', 'yaml'];

/** Loaded together by almost every command. Their own imports come along, and nothing that is loaded later. */
const CHUNKS = {
  version: ['src/cli/version.ts'],
  program: ['src/cli/run.ts'],
  configuration: ['src/config/index.ts', 'src/config/pipeline.ts', 'src/kinds/index.ts', 'src/cli/validate.ts'],
};

/** Modules of Node that commander asks for, and that take long to load. It starts processes for subcommands that are programs; `chat` has none. */
const LIGHT = {
  'node:child_process': 'export default {};',
  'node:process': 'export default globalThis.process;',
};

const lightCommander = {
  name: 'light-commander',
  enforce: 'pre',
  resolveId: (name, importer = '') =>
    name in LIGHT && importer.includes('/node_modules/commander/') ? `\0light-${name}` : null,
  load: (id) => (id.startsWith('\0light-') ? LIGHT[id.slice('\0light-'.length)] : null),
};

/**
 * Of undici, what opens connections: its index loads fetch, caches, mocks and WebSockets too, which takes five times as long. The
 * version is pinned, so these files are where they are.
 */
const AGENTS = ['agent', 'proxy-agent'].map((name) => `undici/lib/dispatcher/${name}.js`);

const agentsOfUndici = {
  name: 'agents-of-undici',
  enforce: 'pre',
  resolveId(name) {
    if (name === 'undici') return '\0undici';
    return AGENTS.includes(name) ? { id: name, external: true } : null;
  },
  load(id) {
    if (id !== '\0undici') return null;
    const [agent, proxyAgent] = AGENTS;
    return `export { default as Agent } from '${agent}'; export { default as ProxyAgent } from '${proxyAgent}';`;
  },
};

/** Fills `outDir`; gives the text of the notices. */
export async function bundle(root, outDir) {
  const at = (path) => join(root, path);
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [lightCommander, agentsOfUndici],
    resolve: {
      alias: [
        // The builds of these that need nothing of Node are modules: what is not used is left out, `node:crypto` too.
        { find: /^yaml$/, replacement: at('node_modules/yaml/browser/index.js') },
        { find: /^uuid$/, replacement: at('node_modules/uuid/dist/esm-browser/index.js') },
      ],
    },
    ssr: { noExternal: BUNDLED },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: {
          'cli/main': at('src/cli/main.ts'),
          index: at('src/index.ts'),
          'emulator/index': at('src/emulator/index.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name].js',
          hoistTransitiveImports: false,
          manualChunks: Object.fromEntries(
            Object.entries(CHUNKS).map(([name, modules]) => [name, modules.map((module) => at(module))]),
          ),
        },
        onwarn(warning, warn) {
          // Of a module that a chunk of ours holds on purpose.
          if (warning.plugin !== 'vite:reporter') warn(warning);
        },
      },
    },
  });
  for (const { fileName, code } of output) {
    // `../../schemas` and `../../package.json` are meant from there.
    if (code.includes('import.meta.url') && fileName.split('/').length !== 2)
      throw new Error(`${fileName} looks for files of the package, and does not stand two folders below it`);
  }
  return notices(root, output);
}

function notices(root, output) {
  const modules = output.flatMap(({ modules: all }) =>
    Object.entries(all).filter(([, { renderedLength }]) => renderedLength > 0),
  );
  const names = modules.flatMap(([id]) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  return [...new Set(names)]
    .toSorted()
    .map((name) => {
      if (!BUNDLED.includes(name)) throw new Error(`${name} was bundled; add it to BUNDLED, or to dependencies`);
      const folder = join(root, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      if (file === undefined) throw new Error(`${name} has no licence file`);
      return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}
