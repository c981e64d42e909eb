/** What the emulator serves beside the API: the page for people, and the places of files, those of imports and of exports.
 * Nothing of this is in the request log. */
import { EXPORTS, exported } from './exports.ts';
import type { RequestLogEntry } from './http/log.ts';
import { createPage } from './page/index.ts';
import { UPLOADS, upload } from './resources/imports/tasks.ts';
import type { World } from './world.ts';

export interface Aside {
  /** Undefined when the request is one for the API. */
  answer(request: Request): Promise<Response | undefined>;
  noteRequest(): void;
}

export function createAside(world: World, log: () => readonly RequestLogEntry[], commit: () => void): Aside {
  const page = createPage(world, log);

  async function put(request: Request, path: string): Promise<Response> {
    const status = upload(world, path, await request.text());
    commit();
    return new Response(null, { status });
  }

  return {
    noteRequest: page.noteRequest,
    async answer(request) {
      const { pathname } = new URL(request.url);
      if (request.method === 'PUT' && pathname.startsWith(UPLOADS)) return put(request, pathname.slice(UPLOADS.length));
      if (request.method === 'GET' && pathname.startsWith(EXPORTS)) {
        const content = exported(world, pathname.slice(EXPORTS.length));
        return new Response(content ?? null, { status: content === undefined ? 404 : 200 });
      }
      return page.answer(request, pathname);
    },
  };
}
