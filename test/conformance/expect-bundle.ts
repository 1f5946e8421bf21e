/**
 * Facts of the bundle that a text becomes (SPEC §6), and what a reader of bundles accepts: the case's `expect.bundle`.
 *
 * Places in a bundle are written `metrics[0].origin.line`. An edit sets one place (or removes it, where it says no
 * `to`), gives the bundle a fingerprint that fits unless it says otherwise, and is accepted, or refused at a place.
 */
import type { Bundle } from "@tenet-lang/evaluator";
import { fingerprintOf, readBundle } from "@tenet-lang/evaluator/bundle";
import { expect } from "vitest";

export interface ExpectedBundle {
  /** Values by their places. */
  readonly holds?: Readonly<Record<string, unknown>>;
  /** Keys of the whole, all of them, in any order. */
  readonly keys?: readonly string[];
  /** The facts that its rules read, all of them, in any order. */
  readonly facts?: readonly string[];
  /** Agreements, line by line, that have the same fingerprint, and such that have another. */
  readonly sameAs?: readonly (readonly string[])[];
  readonly otherThan?: readonly (readonly string[])[];
  readonly edits?: readonly Edit[];
}

interface Edit {
  readonly at: string;
  readonly to?: unknown;
  /** The fingerprint stays what it was. */
  readonly keepsFingerprint?: true;
  /** Where the bundle is refused; null where it is accepted. */
  readonly refusedAt: string | null;
}

/** `fingerprintIn` gives the fingerprint of another agreement, in which `@name` stands for the same parts. */
export function compareBundle(
  expected: ExpectedBundle,
  bundle: Bundle,
  fingerprintIn: (agreement: readonly string[]) => string,
): void {
  const { holds = {}, keys, facts, sameAs = [], otherThan = [], edits = [] } = expected;
  const plain: unknown = JSON.parse(JSON.stringify(bundle));
  for (const [place, value] of Object.entries(holds)) expect(valueAt(plain, place), place).toEqual(value);
  if (keys !== undefined) expect(Object.keys(bundle).sort()).toEqual([...keys].sort());
  if (facts !== undefined)
    expect([...new Set(bundle.rules.flatMap(factsIn))].sort()).toEqual([...facts].sort());
  for (const other of sameAs) expect(fingerprintIn(other), "the same fingerprint").toBe(bundle.fingerprint);
  for (const other of otherThan)
    expect(fingerprintIn(other), "another fingerprint").not.toBe(bundle.fingerprint);
  for (const edit of edits) expect(refusal(edit, plain), `${edit.at} edited`).toEqual(edit.refusedAt);
}

/** A bundle as somebody reads it who was sent it. */
export function readFromText(bundle: Bundle): Bundle {
  const read = readBundle(JSON.stringify(bundle));
  if (!read.ok) throw new Error(`a bundle that was made is refused: ${JSON.stringify(read.problems)}`);
  return read.bundle;
}

/** Where an edited bundle is refused. */
function refusal({ at, to, keepsFingerprint }: Edit, bundle: unknown): string | null {
  const edited = structuredClone(bundle) as Bundle;
  const keys = keysOf(at);
  const holder = keys.slice(0, -1).reduce<unknown>(inside, edited) as Record<string, unknown>;
  const key = keys.at(-1) ?? "";
  if (to === undefined) delete holder[key];
  else holder[key] = to;
  const fitted = {
    ...(edited as object),
    ...(keepsFingerprint ? {} : { fingerprint: fingerprintOf(edited) }),
  };
  const read = readBundle(JSON.stringify(fitted));
  return read.ok ? null : (read.problems[0]?.path ?? "");
}

function factsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "fact" in value && typeof value.fact === "string" ? [value.fact] : [];
  return [...own, ...Object.values(value).flatMap(factsIn)];
}

const valueAt = (value: unknown, place: string): unknown => keysOf(place).reduce<unknown>(inside, value);

const inside = (value: unknown, key: string): unknown =>
  (value as Readonly<Record<string, unknown>> | undefined)?.[key];

const keysOf = (place: string): readonly string[] => place.split(/[.[\]]+/).filter((key) => key !== "");
