/**
 * SARIF 2.1.0, the format of code scanning: rules, and results that point at a place in a file.
 *
 * Paths are relative to the root of the repository (`%SRCROOT%`) and columns count UTF-16 units. Every result
 * carries a fingerprint of what it is about, so that a finding is recognised again after its line has moved.
 */
import { inert, inertJson } from "./inert.ts";

/** What results of one kind break. */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly help: string;
}

/** 1-based; the end is the place after the last character. */
export interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Where something is; the whole file where there is no region. */
export interface Place {
  readonly path: string;
  readonly region: Region | null;
  readonly message?: string;
}

/** One finding. */
export interface SarifResult {
  readonly rule: string;
  readonly level: "error" | "warning" | "note";
  readonly message: string;
  readonly place: Place;
  readonly related?: readonly Place[];
  readonly fixes?: readonly SarifFix[];
  /** What the result is about, whatever its line. */
  readonly subject: string;
}

/** A change that would mend a finding. */
export interface SarifFix {
  readonly title: string;
  readonly path: string;
  readonly edits: readonly { readonly region: Region; readonly text: string }[];
}

/** The log of one run. */
export function sarifLog(
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
  version: string,
): string {
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "tenet", version, rules: rules.map(ruleObject) } },
        columnKind: "utf16CodeUnits",
        results: results.map((result) => resultObject(result, index)),
      },
    ],
  };
  return `${inertJson(JSON.stringify(log, null, 2))}\n`;
}

function ruleObject({ id, name, summary, help }: SarifRule): object {
  return {
    id,
    name,
    shortDescription: { text: inert(summary) },
    help: { text: inert(help) },
  };
}

function resultObject(result: SarifResult, index: ReadonlyMap<string, number>): object {
  const { rule, level, message, place, related, fixes, subject } = result;
  return {
    ruleId: rule,
    ruleIndex: index.get(rule) ?? -1,
    level,
    message: { text: inert(message) },
    locations: [locationObject(place)],
    ...(related === undefined || related.length === 0
      ? {}
      : { relatedLocations: related.map(locationObject) }),
    ...(fixes === undefined || fixes.length === 0 ? {} : { fixes: fixes.map(fixObject) }),
    partialFingerprints: { "tenet/v1": subject },
  };
}

function locationObject({ path, region, message }: Place): object {
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      ...(region === null ? {} : { region }),
    },
    ...(message === undefined ? {} : { message: { text: inert(message) } }),
  };
}

function fixObject(fix: SarifFix): object {
  return {
    description: { text: inert(fix.title) },
    artifactChanges: [
      {
        artifactLocation: artifact(fix.path),
        replacements: fix.edits.map(({ region, text }) => ({
          deletedRegion: region,
          insertedContent: { text },
        })),
      },
    ],
  };
}

function artifact(path: string): object {
  const uri = path
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}
