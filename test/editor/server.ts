/** The editors' YAML language server as a child process, spoken to over its standard input and output. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Completion {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
}

export interface Finding {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

const HEADER = /Content-Length: (\d+)\r\n(?:.*\r\n)*\r\n/;
const PATIENCE = 15_000;

export class LanguageServer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #findings = new Map<string, (found: readonly Finding[]) => void>();
  #buffer = Buffer.alloc(0);
  #next = 1;

  /** Starts the server in a folder. Schemas are found by the comment in the file, as an editor finds them. */
  static async start(folder: string): Promise<LanguageServer> {
    const require = createRequire(import.meta.url);
    const script = join(dirname(require.resolve('yaml-language-server/package.json')), 'bin', 'yaml-language-server');
    const server = new LanguageServer(spawn(process.execPath, [script, '--stdio'], { cwd: folder }));
    await server.#ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {
        textDocument: {
          completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: false } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    });
    server.#tell('initialized', {});
    server.#tell('workspace/didChangeConfiguration', {
      settings: { yaml: { completion: true, hover: true, validate: true, schemaStore: { enable: false } } },
    });
    return server;
  }

  private constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    child.stderr.resume();
  }

  /** Opens a document and waits for what the server finds wrong with it. */
  open(uri: string, text: string): Promise<readonly Finding[]> {
    const found = new Promise<readonly Finding[]>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing was said of ${uri}`)), PATIENCE);
      this.#findings.set(uri, (list) => {
        clearTimeout(timer);
        resolve(list);
      });
    });
    this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return found;
  }

  async completion(uri: string, position: Position): Promise<readonly Completion[]> {
    const result = await this.#ask('textDocument/completion', { textDocument: { uri }, position });
    return (result as { items?: readonly Completion[] } | null)?.items ?? [];
  }

  async hover(uri: string, position: Position): Promise<string> {
    const result = (await this.#ask('textDocument/hover', { textDocument: { uri }, position })) as {
      contents?: { value?: string } | string;
    } | null;
    const contents = result?.contents;
    return typeof contents === 'string' ? contents : (contents?.value ?? '');
  }

  stop(): void {
    this.#child.kill();
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    const id = this.#next++;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} got no answer`)), PATIENCE);
      this.#waiting.set(id, ({ result, error }) => {
        clearTimeout(timer);
        if (error === undefined) resolve(result);
        else reject(new Error(error.message));
      });
    });
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const header = HEADER.exec(this.#buffer.toString('latin1'));
      if (header === null) return;
      const start = header.index + header[0].length;
      const end = start + Number(header[1]);
      if (this.#buffer.length < end) return;
      this.#handle(JSON.parse(this.#buffer.subarray(start, end).toString('utf8')) as Message);
      this.#buffer = this.#buffer.subarray(end);
    }
  }

  #handle(message: Message): void {
    if (message.id !== undefined && message.method === undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: readonly Finding[] };
      this.#findings.get(uri)?.(diagnostics);
    } else if (message.id !== undefined) {
      // Questions of the server, such as for the workspace's settings, have empty answers.
      this.#send({
        id: message.id,
        result: message.method === 'workspace/configuration' ? [null, null, null, null] : null,
      });
    }
  }
}
