import type { Candidate, Values } from './candidate.ts';
import { fromCogniteEnvironment, fromToolkitEnv } from './cogniteCandidates.ts';
import { fromConductorCli, fromConductorEnvironment } from './conductorCandidates.ts';
import { fromXpanderCredentials, fromXpanderEnvironment } from './xpanderCandidates.ts';

/** A file that was found, by what wrote it. */
export interface FoundFile {
  readonly kind: 'conductorCli' | 'toolkitEnv' | 'xpanderCredentials';
  /** As a person knows it: "~/.xpander/credentials". */
  readonly name: string;
  readonly text: string;
}

const readers: Readonly<
  Record<FoundFile['kind'], (text: string, source: string) => readonly Candidate[]>
> = {
  conductorCli: fromConductorCli,
  toolkitEnv: fromToolkitEnv,
  xpanderCredentials: fromXpanderCredentials,
};

/** What was found, and one sentence for each file that could not be read. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly string[];
}

/** Connections in the environment and in the files; pure, so that nothing is read or sent here. */
export function findCandidates(env: Values, files: readonly FoundFile[]): Found {
  const source = 'environment variables';
  const candidates = [
    ...fromConductorEnvironment(env, source),
    ...fromCogniteEnvironment(env, source),
    ...fromXpanderEnvironment(env, source),
  ];
  const problems: string[] = [];
  for (const { kind, name, text } of files) {
    try {
      candidates.push(...readers[kind](text, name));
    } catch {
      // A parser's message may quote the file, and with it a secret.
      problems.push(`${name} could not be read: it is not in the form that its tool writes.`);
    }
  }
  return { candidates, problems };
}
