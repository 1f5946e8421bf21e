/** What a page about a code says: what happened, why it matters, what to do, and an example that a test executes. */

export interface DataCode {
  /** `TEN4107`. */
  readonly code: string;
  /** Kebab-case. */
  readonly name: string;
  /** The section of SPEC.md that asks for it: `§4.7.5`. */
  readonly spec: string;
  /** What happened, in one sentence. */
  readonly summary: string;
  /** Why nothing is guessed instead. */
  readonly why: string;
  /** What to do about it. */
  readonly todo: string;
  readonly example: FileExample | CallExample;
}

/** A file that has the error. */
export interface FileExample {
  /** The declarations that matter. */
  readonly agreement: string;
  /** The file that has the error, and what it holds. */
  readonly file: string;
  readonly text: string;
  /** Other files that the declarations read. */
  readonly others?: Readonly<Record<string, string>>;
  /** How the text is written to the file where it is not UTF-8. */
  readonly encoding?: "latin1" | "utf16le";
  /** What is said: the message. */
  readonly says: string;
}

/** A call that cannot be answered. */
export interface CallExample {
  readonly call: string;
  readonly says: string;
}
