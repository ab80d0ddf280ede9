import type { Candidate, Values } from './candidate.ts';
import { fromCogniteEnvironment, fromToolkitEnv } from './cogniteCandidates.ts';
import { fromConductorCli, fromConductorEnvironment } from './conductorCandidates.ts';
import { fromXpanderCredentials, fromXpanderEnvironment } from './xpanderCandidates.ts';

/** A file of another tool; `kind` names the tool that wrote it. */
export interface FoundFile {
  readonly kind: 'conductorCli' | 'toolkitEnv' | 'xpanderCredentials';
  /** The file's name for display: "~/.xpander/credentials". */
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

/** The connections found, and one sentence for each file that could not be read. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly string[];
}

/** Finds connections in the environment and in the files. Pure: the caller reads the files. */
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
      // A parser's message may quote the file and reveal a secret, so it is not passed on.
      problems.push(`${name} could not be read: it is not in the form that its tool writes.`);
    }
  }
  return { candidates, problems };
}
