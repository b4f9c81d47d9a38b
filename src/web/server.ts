/**
 * The process that listens: HOST, PORT, CRITERIO_RULES; `--edit` lets its pages write, on loopback; logs as JSON lines; closes gracefully.
 */
import closeWithGrace from 'close-with-grace';
import Fastify from 'fastify';
import { KnowledgeError } from '../knowledge/finding.ts';
import { loadKnowledge } from '../knowledge/loader.ts';
import { app, serverOptions } from './app.ts';
import { Library } from './library.ts';
import { reloadOnChange } from './reload.ts';
import { isLoopback } from './same-origin.ts';

const { HOST = '127.0.0.1', PORT = '3000', LOG_LEVEL = 'info' } = process.env;

/** Addresses hold what visitors ask: the log keeps the path alone. */
const serializers = {
  req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
    method,
    path: url.split('?')[0],
    ip,
  }),
};

function openLibrary(): Library {
  try {
    return new Library(loadKnowledge());
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

const edit = process.argv.includes('--edit');
if (edit && !isLoopback(HOST)) {
  process.stderr.write(
    `--edit writes files for whoever can reach this server, and HOST=${HOST} lets others in. Leave HOST out, or start without --edit.\n`,
  );
  process.exit(2);
}

let library = openLibrary();
const server = Fastify({ ...serverOptions, logger: { level: LOG_LEVEL, serializers } });
await server.register(app, { library: () => library, edit });

// Who edits wants to see what the change does.
if (edit || process.argv.includes('--reload')) {
  const replace = (reloaded: Library) => {
    library.letGo();
    library = reloaded;
    if (edit) void library.desk;
  };
  reloadOnChange(replace, (message) => server.log.info(message));
}

// The scenarios are run while nobody waits for them yet.
if (edit) void library.desk;

closeWithGrace({ delay: 10_000, logger: server.log }, async ({ err, signal }) => {
  if (err) server.log.error({ err }, 'closing after an error');
  else server.log.info(`${signal} received, closing`);
  await server.close();
});

try {
  await server.listen({ host: HOST, port: Number(PORT) });
} catch (error) {
  server.log.fatal({ err: error }, 'can not listen');
  await server.close();
  process.exit(1);
}
