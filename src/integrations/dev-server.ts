// The development server: serves the home page at the root, and shows the problems of the content in the terminal and in
// the browser. The pages themselves keep the last sound state of the collections (src/content-loader.ts) and are not served
// until the content is corrected.
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { counted } from '../util/counted.ts';
import { problemsText, type Problem } from '../model/problems.ts';
import { readContent } from '../model/read.ts';
import { contentRoot } from '../project.ts';
import { checkContent } from '../rules/check.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The page served for every address while the content has problems. Vite's client reloads it after the correction. */
const errorPage = (message: string): string => `<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><title>Problems in the content</title>
<script type="module" src="/@vite/client"></script>
<pre style="white-space: pre-wrap">${escaped(message)}</pre></html>`;

/** The error as Vite's overlay shows it: the first problem's place, and every problem, without a stack. */
function overlayError(problems: readonly Problem[], root: string) {
  const [first] = problems;
  return {
    title: `${counted(problems.length, 'problem')} in the content`,
    message: problemsText(problems),
    stack: '',
    ...(first && { loc: { file: join(root, first.file), line: first.line, column: first.column } }),
  };
}

export function devServer(): AstroIntegration {
  return {
    name: 'dev-server',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const root = contentRoot();
        const folder = `${join(root, 'content')}/`.replaceAll('\\', '/');
        const { hot } = server.environments.client;
        let problems: readonly Problem[] = [];
        const check = (): void => {
          const before = problems;
          const checked = checkContent(readContent(root));
          ({ problems } = checked);
          if (checked.warnings.length > 0) logger.warn(problemsText(checked.warnings, 'warning'));
          if (problems.length > 0) {
            logger.error(problemsText(problems));
            hot.send({ type: 'error', err: overlayError(problems, root) });
          } else if (before.length > 0) hot.send({ type: 'full-reload' });
        };
        check();
        // A page that was loading when the check ran gets the error once it is connected.
        hot.on('vite:client:connect', (_data, client) => {
          if (problems.length > 0) client.send({ type: 'error', err: overlayError(problems, root) });
        });
        server.middlewares.use((request, response, next) => {
          request.url = request.url?.replace(/^\/(?=\?|$)/, '/index.html');
          if (problems.length === 0 || !request.headers.accept?.includes('text/html')) return next();
          response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
          return response.end(errorPage(problemsText(problems)));
        });
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          const file = path.replaceAll('\\', '/');
          if (!file.startsWith(folder)) return;
          check();
          // Any text may use a changed term of the glossary: compile every text again.
          if (file.startsWith(`${folder}terms/`)) {
            for (const environment of Object.values(server.environments)) {
              environment.moduleGraph.invalidateAll();
              environment.hot.send({ type: 'full-reload' });
            }
          }
        });
      },
    },
  };
}
