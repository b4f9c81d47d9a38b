import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { answerRequest } from '../../explaining/answer.ts';
import { answerErrorSchema, answerRequestSchema, answerSchema } from '../../explaining/answer-schema.ts';
import type { Library } from '../library.ts';

export function apiRoutes(app: FastifyInstance, library: () => Library): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/answer',
    {
      // answerRequest checks again and says what is wrong in the words of the contract, as the CLI does.
      attachValidation: true,
      schema: {
        summary: 'Answer a question, with options or without',
        body: answerRequestSchema,
        response: { 200: answerSchema, '4xx': answerErrorSchema, '5xx': answerErrorSchema },
      },
    },
    async (request, reply) => {
      const answer = await answerRequest(library().advisor, request.body);
      return 'error' in answer ? reply.code(400).send(answer) : answer;
    },
  );
}
