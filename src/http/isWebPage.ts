import type { HttpAnswer } from './httpRequest.ts';

/** Is this a page for a browser (a login page, a proxy's error page) instead of data? */
export function isWebPage(answer: HttpAnswer): boolean {
  const type = answer.headers['content-type'] ?? '';
  return (
    /^(text\/html|application\/xhtml)/i.test(type) || /^\s*<(!doctype|html)/i.test(answer.text)
  );
}

/** The text of the page's title. */
export function pageTitle(html: string): string | undefined {
  const start = html.search(/<title/i);
  const open = start < 0 ? -1 : html.indexOf('>', start);
  const close = open < 0 ? -1 : html.indexOf('<', open);
  const title = close < 0 ? '' : html.slice(open + 1, close).trim();
  return title === '' ? undefined : title;
}
