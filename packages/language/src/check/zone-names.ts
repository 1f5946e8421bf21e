/**
 * Time zones as people call them: by a city alone, by an abbreviation, by an offset.
 *
 * A city has one zone, so its zone is what was meant. An abbreviation is used by several zones, of which only some
 * change their clocks, and an offset says nothing of that at all: the zones that usually go by an abbreviation are
 * there to choose from.
 */

/** What a name that is no zone says. */
export type SaidZone =
  | { readonly kind: "city"; readonly zone: string }
  /** `zones` are those that usually go by it. */
  | { readonly kind: "abbreviation" | "offset"; readonly zones: readonly string[] };

/** Nobody calls a zone by more. */
const LONGEST = 60;

const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ["gmt", ["Europe/London", "UTC"]],
      ["bst", ["Europe/London"]],
      ["wet west", ["Europe/Lisbon"]],
      ["cet cest met mest mez mesz", ["Europe/Berlin", "Europe/Madrid", "Europe/Paris", "Europe/Rome"]],
      ["eet eest", ["Europe/Athens", "Europe/Bucharest", "Europe/Helsinki", "Europe/Sofia"]],
      ["msk", ["Europe/Moscow"]],
      ["trt", ["Europe/Istanbul"]],
      ["et est edt", ["America/New_York"]],
      ["ct cdt", ["America/Chicago"]],
      ["cst", ["America/Chicago", "Asia/Shanghai"]],
      ["mt mst mdt", ["America/Denver", "America/Phoenix"]],
      ["pt pst pdt", ["America/Los_Angeles"]],
      ["brt", ["America/Sao_Paulo"]],
      ["sast", ["Africa/Johannesburg"]],
      ["gst", ["Asia/Dubai"]],
      ["sgt", ["Asia/Singapore"]],
      ["hkt", ["Asia/Hong_Kong"]],
      ["jst", ["Asia/Tokyo"]],
      ["aest aedt", ["Australia/Brisbane", "Australia/Melbourne", "Australia/Sydney"]],
      ["nzst nzdt", ["Pacific/Auckland"]],
    ] as const
  ).flatMap(([names, zones]) => names.split(" ").map((name) => [name, zones] as const)),
);

/** What is meant by a name that is none of the `known` zones; null where nobody knows. */
export function saidZone(
  said: string,
  known: readonly string[],
  isZone: (name: string) => boolean,
): SaidZone | null {
  if (said.length > LONGEST) return null;
  const offset = /^(?:(?:utc|gmt) ?)?([+-]\d{1,2}(?::?\d\d)?)$|^z$/i.exec(said);
  if (offset !== null) return { kind: "offset", zones: /[1-9]/.test(said) ? [] : ["UTC"] };
  const zones = ABBREVIATIONS.get(said.toLowerCase());
  if (zones !== undefined) return { kind: "abbreviation", zones };
  const zone = zoneOfCity(said, known, isZone);
  return zone === null ? null : { kind: "city", zone };
}

/** The one zone that ends with the name of a city, also by a name that the runtime understands and does not list. */
function zoneOfCity(
  said: string,
  known: readonly string[],
  isZone: (name: string) => boolean,
): string | null {
  const city = said.trim().replace(/[ _-]/g, "_").toLowerCase();
  if (!/^[a-z]+(?:_[a-z]+)*$/.test(city)) return null;
  const isOf = (zone: string): boolean => lastPart(zone).replaceAll("-", "_").toLowerCase() === city;
  const found = known.filter((zone) => zone.includes("/") && isOf(zone));
  if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  const proper = city.replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase());
  const regions = new Set(known.filter((zone) => zone.includes("/")).map((zone) => zone.split("/")[0]));
  const others = [...regions].map((region) => `${region}/${proper}`).filter(isZone);
  return others.length === 1 ? (others[0] ?? null) : null;
}

function lastPart(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1);
}
