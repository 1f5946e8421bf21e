import type { DiagnosticRule, Fix, TextEdit } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../../syntax/ast.ts";
import { guess } from "../offers.ts";
import { fixOf, guessWords, replaced, type Site } from "../site.ts";
import { saidZone } from "../zone-names.ts";
import { withAgreement } from "./example-files.ts";

function example(zone: string): string {
  return withAgreement("").replace("Europe/Amsterdam", zone);
}

/** A zone that is not one of the world's. */
export const timeZone: DiagnosticRule = {
  code: "TEN2802",
  name: "time-zone",
  severity: "error",
  spec: "§3.1.4",
  summary: "A time zone is named as in the IANA database: `Europe/Amsterdam`, `UTC`.",
  help: "An offset such as `+01:00` does not say when clocks change, and an abbreviation such as `CET` may mean several zones. The name of a city says both.",
  examples: { invalid: example("Europe/Amsterdm"), valid: example("Europe/Amsterdam") },
  fix: "offered",
  elsewhere: { none: "time zones are listed by IANA and not by the agreement" },
};

/** Asking the runtime takes longer than all the rest of a check, and the answer never changes. */
const knownZones = new Set(["UTC"]);

/** Whether a zone is known; if not, that is reported. */
export function checkTimeZone(site: Site, zone: ast.Text): boolean {
  if (knownZones.has(zone.text)) return true;
  const known = Intl.supportedValuesOf("timeZone");
  if (known.includes(zone.text) || isLink(zone.text, known)) {
    knownZones.add(zone.text);
    return true;
  }
  const { message, fixes } = saidOf(zone, known);
  site.say(timeZone, zone.span, message, { fixes });
  return false;
}

/** What is said of a name that is no zone, and what may be meant by it. */
function saidOf(
  { text, span }: ast.Text,
  known: readonly string[],
): { readonly message: string; readonly fixes: readonly Fix[] } {
  const said = saidZone(text, known, (name) => isLink(name, known));
  if (said === null || said.kind === "city") {
    const meant = said?.zone ?? didYouMean(text, [...known, "UTC"]);
    const hint = meant === null ? "; a zone is named by a city, as in `Europe/Amsterdam`" : guessWords(meant);
    const message = `\`${text}\` is no time zone of the IANA database${hint}`;
    return { message, fixes: meant === null ? [] : [fixOf(`write \`${meant}\``, writes(span, meant))] };
  }
  const isUtc = said.kind === "offset" && said.zones.length > 0;
  const why = isUtc ? ": write `UTC`" : ` and does not say when clocks change: ${CITY}`;
  const fixes = said.zones.map((name): Fix => {
    const [title, edit] = [`write \`${name}\``, writes(span, name)];
    return isUtc ? fixOf(title, edit) : guess(title, edit);
  });
  return { message: `\`${text}\` is an ${said.kind}${why}`, fixes };
}

const CITY = "name a city whose clocks are meant, as in `Europe/Amsterdam`";

function writes(span: Span, zone: string): TextEdit {
  return replaced(span, `"${zone}"`);
}

/** Another name of a known zone (`Asia/Kolkata` for `Asia/Calcutta`): the runtime lists one name of each only. */
function isLink(name: string, known: readonly string[]): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  if (known.some((zone) => zone.toLowerCase() === name.toLowerCase())) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
