/** A change of the source that breaks a promise, and so must be noticed. */
export interface Mutant {
  /** What it breaks, for people. */
  readonly breaks: string;
  readonly file: string;
  /** Occurs once in the file. */
  readonly from: string;
  readonly to: string;
  /** Test files that notice what the simulation cannot see; by default the simulation notices. */
  readonly tests?: readonly string[];
}
