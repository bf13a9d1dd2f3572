/**
 * Serves `build/` as any static host would, under a sub-path: files as they are, `index.html` for a folder, a redirect
 * to the closing slash, `404.html` for the rest. No rewriting, no headers beyond the type: what works here works
 * wherever files can be put.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2'
};

function fileFor(folder, path) {
  const wanted = normalize(join(folder, decodeURIComponent(path)));
  if (wanted !== folder && !wanted.startsWith(folder + sep)) return null;
  if (!existsSync(wanted)) return existsSync(`${wanted}.html`) ? `${wanted}.html` : null;
  if (!statSync(wanted).isDirectory()) return wanted;
  const index = join(wanted, 'index.html');
  return existsSync(index) ? index : null;
}

/** Starts the server; resolves with its origin and a way to stop it. Port 0 takes a free one. */
export function serve({ folder = resolve('build'), base = '/', port = 0 } = {}) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    if (pathname === base.slice(0, -1)) return response.writeHead(301, { location: base + search }).end();
    const file = pathname.startsWith(base) ? fileFor(folder, pathname.slice(base.length)) : null;
    if (file?.endsWith(`${sep}index.html`) && !pathname.endsWith('/') && !pathname.endsWith('index.html')) {
      return response.writeHead(301, { location: `${pathname}/${search}` }).end();
    }
    const missing = join(folder, '404.html');
    const sent = file ?? (existsSync(missing) ? missing : null);
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(sent ?? '')] ?? 'application/octet-stream' });
    if (sent) createReadStream(sent).pipe(response);
    else response.end('not found');
  });
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => {
      done({
        origin: `http://127.0.0.1:${server.address().port}`,
        stop: () => new Promise((stopped) => server.close(stopped))
      });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [base = '/', port = '4187'] = process.argv.slice(2);
  const { origin } = await serve({ base, port: Number(port) });
  console.log(`${origin}${base}`);
}
