import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';

/** Forms arrive as URLSearchParams: repeated fields and their order are kept, as in links. */
export async function registerFormbody(app: FastifyInstance): Promise<void> {
  // The parser's type knows objects only.
  const parser = (body: string) => ({ form: new URLSearchParams(body) });
  await app.register(formbody, { parser });
}

export function formOf(body: unknown): URLSearchParams {
  const form = (body as { form?: unknown } | null | undefined)?.form;
  return form instanceof URLSearchParams ? form : new URLSearchParams();
}
