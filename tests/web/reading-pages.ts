/**
 * Pages as a reader gets them: what stands there, line by line, and where links lead.
 */

const blocks =
  /<\/?(?:p|h[1-6]|li|ul|section|article|header|div|details|summary|form|label|fieldset|legend|pre|dt|dd|dl|br|nav|blockquote|textarea|option|select|tr)\b[^>]*>/g;

/** The text of the content, one line for each block; cells of a row are parted by bars. */
export function linesOf(html: string, from = '<main', to = '</main>'): string[] {
  return inner(html, from, to)
    .replace(blocks, '\n')
    .replace(/<\/t[hd]>/g, ' | ')
    .replace(/<q\b[^>]*>/g, ' “')
    .replace(/<\/q>/g, '”')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) =>
      decoded(line)
        .replace(/\s+/g, ' ')
        .replace(/ \|\s*$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** The result alone. */
export function resultOf(html: string): string[] {
  return linesOf(html, 'id="result"', '</main>');
}

/** Where the link or button of that name leads. */
export function linkTo(html: string, name: string): string {
  for (const [, attributes = '', content = ''] of html.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a>/g)) {
    const label = /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? content.replace(/<[^>]*>/g, '');
    const href = /(?:^|\s)href="([^"]*)"/.exec(attributes)?.[1];
    if (decoded(label).trim() === name && href !== undefined) return decoded(href);
  }
  throw new Error(`There is no link named ${name}.`);
}

export function textareaOf(html: string): string {
  return decoded(/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '');
}

function inner(html: string, from: string, to: string): string {
  const start = html.indexOf(from);
  if (start < 0) throw new Error(`The page has no ${from}.`);
  // A tag that starts before the cut is closed, so that its rest is no text.
  return `<${html.slice(start, html.indexOf(to, start))}`;
}

function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
