import type { RequestPreview } from '../../domain/engine.ts';
import { parseJson, stringifyJson } from '../../domain/json.ts';
import { oneLine } from '../words/plainText.ts';

/** The task of a request, for the first lines of its document. */
export interface RequestSubject {
  readonly connection: string;
  readonly workflow: string;
  readonly task: string;
}

/**
 * A request as a document. A JSON body gets line breaks for reading. The task comes first, because
 * the review's picker covers the first lines.
 */
export function requestText(preview: RequestPreview, subject: RequestSubject): string {
  const comment = [
    'The request that sends this update, once.',
    'What signs in stands as the name of a variable; JSON has line breaks to be read.',
    '',
    `connection: ${oneLine(subject.connection)}`,
    `workflow: ${oneLine(subject.workflow)}`,
    `task: ${oneLine(subject.task)}`,
    '',
  ];
  return `${comment.map((line) => `# ${line}`.trimEnd()).join('\n')}\n\n${wholeRequest(preview)}`;
}

function wholeRequest({ method, url, headers, body }: RequestPreview): string {
  const head = [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
  return body === undefined || body === '' ? `${head}\n` : `${head}\n\n${readable(body)}\n`;
}

function readable(body: string): string {
  try {
    return stringifyJson(parseJson(body), 2);
  } catch {
    return body;
  }
}
