/** What a word or a sentence of the language means, for somebody who reads one for the first time. */
export interface Term {
  /** How it is written, names and values in capitals: `requires METRIC LIMIT`. */
  readonly form: string;
  /** One or two plain sentences. */
  readonly meaning: string;
  /** The rule of the specification: `§3.6.5`. */
  readonly spec: string;
}

/** Makes a term. */
export function term(form: string, meaning: string, spec: string): Term {
  return { form, meaning, spec: `§${spec}` };
}
