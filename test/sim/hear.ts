import { TransportError } from '../../src/http/transport.ts';
import type { Passage } from './arrive.ts';
import type { Heard } from './fates.ts';
import type { Answer } from './gateway.ts';
import type { Hearing } from './hearing.ts';
import { claimOf, lieAbout } from './lies.ts';

export function hear(passage: Passage, heard: Heard, answers: readonly Answer[]): Hearing {
  const last = answers.at(-1);
  switch (heard.kind) {
    case 'broken':
      return {
        error: new TransportError(heard.code, heard.neverLeft),
        isProof: heard.neverLeft,
        words: heard.code,
      };
    case 'made':
      return { ...heard, isProof: isRefusal(heard.status), words: String(heard.status) };
    case 'half':
      return last === undefined ? broken() : said({ ...last, text: half(last.text) });
    case 'answer':
      return shown(passage, heard.of === 'first' ? answers[0] : last, true);
    case 'nothing':
      return broken();
    default:
      return untrue(passage, heard.kind, last);
  }
}

/** An older answer, that of another read, or a lie. */
function untrue(
  passage: Passage,
  kind: 'earlier' | 'another' | 'lie',
  last: Answer | undefined,
): Hearing {
  const { call, gateway, stream } = passage;
  if (kind === 'another') return said(gateway.another(call) ?? last ?? nobody);
  if (kind === 'earlier') {
    const earlier = gateway.earlier(call) ?? last;
    return shown(passage, earlier, earlier === last);
  }
  if (last !== undefined) {
    return shown(passage, { ...last, text: lieAbout(last.text, stream) }, false);
  }
  const known = gateway.earlier({ ...call, url: call.url.replace(/update$/, 'status') });
  return said({ ...nobody, text: claimOf(call, known?.text ?? '') });
}

const nobody: Answer = {
  status: 200,
  type: 'application/json',
  text: '',
  served: new Map(),
  applied: undefined,
};

function shown({ deed }: Passage, answer: Answer | undefined, isTrue: boolean): Hearing {
  if (answer === undefined) return broken();
  if (answer.status === 200) {
    for (const [task, view] of answer.served) deed.lastRead.set(task, { view, isTrue });
  }
  return said(answer);
}

function said({ status, type, text }: Answer): Hearing {
  return { status, type, text, isProof: isRefusal(status), words: String(status) };
}

function broken(): Hearing {
  return { error: new TransportError('ECONNRESET', false), isProof: false, words: 'ECONNRESET' };
}

/** The two statuses after which an update may be sent again. */
function isRefusal(status: number): boolean {
  return status === 401 || status === 429;
}

function half(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}
