/**
 * What is answered to a request that could not even be read: its address and headers, and with them the language of
 * whoever asked, are not known.
 */
import type { FastifyServerOptions } from 'fastify';
import { texts } from './texts.ts';
import { langs } from './visit.ts';

type ClientErrorHandler = NonNullable<FastifyServerOptions['clientErrorHandler']>;

export const refuseConnection: ClientErrorHandler = (error, socket) => {
  // Whoever asked has gone.
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const isLong = error.code === 'HPE_HEADER_OVERFLOW';
  const status = isLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = langs
    .map((lang) => texts[lang].problems[isLong ? 'ADDRESS_TOO_LONG' : 'BAD_REQUEST']('', ''))
    .join('\n');
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'content-type: text/plain; charset=utf-8',
      `content-length: ${Buffer.byteLength(body) + 1}`,
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      `${body}\n`,
    ].join('\r\n'),
  );
};
