/**
 * Whether a request that writes may: it comes from a page of this server, and the server goes by the name of this
 * machine (a name from outside could be made to lead here).
 */
import type { FastifyRequest } from 'fastify';
import { KeepingError } from '../keeping/keeping-error.ts';

/** `127.0.0.1`, `[::1]`, `localhost`, with or without a port. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)(:\d+)?$/i.test(host);
}

/** @throws KeepingError OTHER_ORIGIN */
export function checkSameOrigin({ headers }: FastifyRequest): void {
  const { host = '', origin, 'sec-fetch-site': site = 'same-origin' } = headers;
  const elsewhere = (got: string) => new KeepingError('OTHER_ORIGIN', { got });
  if (!isLoopback(host)) throw elsewhere(host);
  // Every browser says with a POST where its page comes from; whoever does not is no page of ours.
  if (origin !== `http://${host}`) throw elsewhere(origin ?? '?');
  if (site !== 'same-origin') throw elsewhere(String(site));
}
