import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Problem } from '../../app/problem.ts';
import type { Question } from '../../app/updates/question.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { Decision } from './confirm.ts';
import type { Entrance } from './entrance.ts';
import { readWithProgress } from './readWithProgress.ts';
import { sendWithProgress } from './sendWithProgress.ts';
import type { Submission } from '../../app/updates/submission.ts';
import type { Written } from './written.ts';
import { submissionOf } from './submissionOf.ts';
import { tellInvalid } from './tellInvalid.ts';
import { tellOutcome } from './tellOutcome.ts';
import { tellOvertaken } from './tellOvertaken.ts';
import { withReason } from './withReason.ts';
import { writtenForRole } from './writtenForRole.ts';

/**
 * The one way from the host to `Updates.submit`; every entrance calls it. It tells the person the
 * outcome; `Updates.onDidSettle` tells everything else. Throws NotSentError where the task could
 * not be read.
 */
export interface Sender {
  /** Sends an update that is whole already. A draft of the task stays as it is. */
  send(submission: Submission, entrance: Entrance): Promise<Submitted>;
  /** Sends what was typed, which is kept as a draft first. */
  sendWritten(written: Written): Promise<Submitted>;
  /** Asks for a reason first where the status calls for one. Undefined when the person left. */
  sendWithReason(written: Written): Promise<Submitted | undefined>;
  /**
   * What ✓ and ✗ do: the status of that role, with the draft where there is one. Undefined when the
   * status cannot be set, which was said then, or when the person left.
   */
  sendRole(
    role: 'complete' | 'fail',
    task: Task,
    entrance: Entrance,
  ): Promise<Submitted | undefined>;
  /** Reads the task of an update again, never sends, and tells the outcome. */
  checkAgain(entry: JournalEntry, entrance: Entrance): Promise<void>;
  /** Says why nothing was sent. */
  tellInvalid(task: Task, problems: readonly Problem[]): void;
}

/** What the sender asks of its surroundings. */
export interface SenderPorts {
  readonly viewers: Pick<Viewers, 'showTask' | 'showUpdate'>;
  /** Are a task's rows on show? Then they tell that its update is confirmed. */
  isVisible(): boolean;
  /** Shows an update beside what the engine holds, and asks. */
  review(question: Question): Promise<Decision>;
  /** Opens a merge where somebody else changed the output that the person has written. */
  merge(question: Question): Promise<void>;
}

export function createSender(app: AppParts, ports: SenderPorts): Sender {
  const { updates, drafts, connections } = app;
  const correct = tellOvertaken(updates, (entry, entrance) =>
    tellOutcome({ ...app, ...ports }, entry, { entrance, checkAgain }),
  );

  async function send(submission: Submission, entrance: Entrance): Promise<Submitted> {
    const { submitted, conflict } = await sendWithProgress(app, submission, ports.review);
    switch (submitted.kind) {
      case 'invalid':
        sender.tellInvalid(submission.base, submitted.problems);
        break;
      case 'cancelled':
        if (conflict !== undefined) await ports.merge(conflict);
        break;
      case 'settled': {
        const sendAgain = async () => void (await send(submission, entrance));
        const next = { entrance, checkAgain, sendAgain };
        correct(submitted.entry, entrance);
        // Not awaited: a notification stays open, and the command is done.
        void tellOutcome({ ...app, ...ports }, submitted.entry, next);
      }
    }
    return submitted;
  }

  async function sendWritten(written: Written): Promise<Submitted> {
    const submission = await submissionOf(app, written);
    return 'kind' in submission ? submission : send(submission, written.entrance);
  }

  async function checkAgain(entry: JournalEntry, entrance: Entrance): Promise<void> {
    const settled = await readWithProgress((signal) => updates.checkAgain(entry.id, signal));
    await tellOutcome({ ...app, ...ports }, settled, { entrance, checkAgain });
  }

  const sender: Sender = {
    send,
    sendWritten,
    sendWithReason: async (written) => {
      const asked = await withReason(app, written);
      return asked && sendWritten(asked);
    },
    sendRole: async (role, task, entrance) => {
      const written = await writtenForRole(drafts, role, task, entrance);
      const asked = written && (await withReason(app, written));
      if (asked === undefined) return undefined;
      const submission = await submissionOf(app, asked);
      return 'kind' in submission ? submission : send(submission, entrance);
    },
    checkAgain,
    tellInvalid: (task, problems) => void tellInvalid(connections, task, problems),
  };
  return sender;
}
