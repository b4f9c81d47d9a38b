import type { ProblemTexts } from './problem-texts.ts';

export const problemsEn: ProblemTexts = {
  EMPTY_TEXT: () => 'There is no text to read. Describe a scenario or paste a question.',
  NO_STEM: () => 'There are options, but no question before them. Put the question above option A.',
  REPEATED_OPTION: (got) =>
    `Option ${got} stands twice. Give each option a letter of its own, in order from A.`,
  TEXT_TOO_LONG: () =>
    'The text is too long. A question has up to 100,000 characters; shorten it and send it again.',
  NOT_TEXT: () =>
    'This is no text: it holds control characters or bytes that are not UTF-8. Paste it as plain text.',
  UNKNOWN_FACT: (got) => `The link sets “${got}”, which is no fact that Criterio knows.`,
  UNKNOWN_VALUE: (got, of) => `The link sets “${of}” to “${got}”, which is no value it can have.`,
  BAD_CHOOSE: (got, of) =>
    of === ''
      ? `The link asks to choose “${got}”, which is no number of options.`
      : `The link asks to choose ${got} of ${of} options: it must be fewer.`,
  BAD_SETTING: (got, of) => `The link sets “${got}”; what it can be is ${of}.`,
  NO_NUMBER: (got, of) => `The link sets “${got}”; it takes a number of ${of}.`,
  BAD_REQUEST: () => 'The request can not be understood.',
  BAD_QUESTION: () => 'The question has not the form the API expects.',
  BAD_JSON: () => 'The body is not JSON.',
  WRONG_METHOD: (got, of) => `This address does not take ${got}; it takes ${of}.`,
  ADDRESS_TOO_LONG: () =>
    'The address or a header is longer than 16 KB. Send a long text by the form, or the question as JSON to /api/v1/answer.',
  NOT_FOUND: () => 'There is nothing at this address.',
  WRONG_TYPE: () => 'The content has a type that is not taken here: send a form or JSON.',
  TOO_MANY_REQUESTS: () => 'Too many requests in a short time. Wait a minute and try again.',
  OVERLOADED: () => 'The server has more to do than it can. Try again in a moment.',
  INTERNAL: () => 'Something broke on our side. The text you sent is not lost: go back and try again.',
};
