/** Texts in quotes: files, columns, zones, regions, written forms, keys of partners. */
import { regionCodes } from "../check/region-codes.ts";
import type * as ast from "../syntax/ast.ts";
import { columnsLeft } from "./columns.ts";
import type { Place } from "./comparisons.ts";
import { partnersAbove } from "./expected.ts";
import { type ItemKind, type Offer, tiers, wordOffer } from "./item.ts";
import type { Scene } from "./scene.ts";

/** A text that may stand at a place, and what it is. */
interface Known {
  readonly text: string;
  readonly says: string;
}

type Source = (scene: Scene, place: Place) => readonly Known[];

const all = (texts: readonly string[], says: string): readonly Known[] =>
  texts.map((text) => ({ text, says }));

/** The file that is called as the dataset is comes first, files that others are read from last. */
function dataFiles(from: "agreement" | "file"): Source {
  return ({ outside, world }, { sentence }) => {
    const name = sentence.kind === "Dataset" ? sentence.name.text : sentence.kind.toLowerCase();
    const read = new Set(world.scope.declarations.flatMap(({ node }) => sourcesOf(node)));
    const isNamesake = (path: string): boolean => path.split("/").at(-1)?.split(".")[0] === name;
    const rank = (path: string): number =>
      isNamesake(path) ? 0 : from === "agreement" && read.has(path) ? 2 : 1;
    const files = outside.dataFiles?.(from) ?? [];
    return all(
      files.toSorted((one, other) => rank(one) - rank(other)),
      "A data file.",
    );
  };
}

function sourcesOf(node: ast.Declaration): readonly string[] {
  return node.kind === "Dataset" || node.kind === "Partners" ? [node.source.text] : [];
}

/** By the node that holds the text, and its key there. */
const sources: ReadonlyMap<string, Source> = new Map<string, Source>([
  ["Uses.path", ({ outside }) => all(outside.libraries?.() ?? [], "A file whose declarations can be used.")],
  ["Dataset.source", dataFiles("agreement")],
  ["Partners.source", dataFiles("agreement")],
  ["Given.source", dataFiles("file")],
  ["Field.columns", (scene) => all(columnsLeft(scene), "A column of the file that no field has yet.")],
  ["TimeZone.zone", () => all(["UTC", ...Intl.supportedValuesOf("timeZone")], "A time zone.")],
  ["ClosedHolidays.region", () => all(regionCodes, "A country or region whose holidays are known.")],
  [
    "DateType.written",
    () => all(["DD.MM.YYYY", "MM/DD/YYYY", "DD/MM/YYYY", "YYYYMMDD"], "How a date is written."),
  ],
  [
    "TimestampType.written",
    () =>
      all(["DD.MM.YYYY HH:mm", "MM/DD/YYYY hh:mm A", "YYYY-MM-DD HH:mm:ss"], "How a timestamp is written."),
  ],
  [
    "DurationType.written",
    () => all(["H:mm", "H:mm:ss", "m:ss"].slice(0, 2), "How a length of time is written."),
  ],
  [
    "NumberType.written",
    () => all(["1.234,56", "1 234.56", "1,234.56", "1'234"], "How the number 1234.56 is written."),
  ],
  ["Expect.partner", keysInTest],
  ["Given.partner", keysInTest],
  [
    "Amendment.partner",
    ({ world }) => all(keysNamed(world.scope.declarations.map(({ node }) => node)), "A partner."),
  ],
]);

/** Texts that may stand at a place; with the quotes, unless the cursor is between them. */
export function textOffers(scene: Scene, place: Place): readonly Offer[] {
  const holder = place.path.at(-2);
  const key = `${holder?.node.kind}.${holder?.key}`;
  const kind: ItemKind = key === "Uses.path" || key.endsWith(".source") ? "file" : "text";
  const known = sources.get(key)?.(scene, place) ?? [];
  const isInside = scene.cursor.inside === "text";
  const offers = known.map(({ text, says }) => {
    const escaped = text.replace(/[\\"]/g, "\\$&");
    const insert = isInside ? escaped : `"${escaped}"`;
    return wordOffer(insert, kind, { documentation: says, tier: tiers.best });
  });
  if (isInside) return offers;
  const open = wordOffer('"…"', "text", {
    insert: '""',
    snippet: '"$1"',
    documentation: "A text.",
    tier: tiers.value,
  });
  return [...offers, open];
}

/** Partners that the tests and amendments of an agreement name. */
function keysNamed(declarations: readonly ast.Declaration[]): readonly string[] {
  const keys = declarations.flatMap((node) =>
    node.kind === "Amendment" ? [node.partner.text] : namedIn(node),
  );
  return [...new Set(keys)];
}

/** Those that the sentences above are about come first. */
function keysInTest(scene: Scene): readonly Known[] {
  const { declaration } = scene;
  const inTest = declaration === null ? [] : [...tableKeys(declaration), ...namedIn(declaration)];
  const keys = [...partnersAbove(scene), ...inTest];
  return [...all([...new Set(keys)], "A partner of this test."), ...all(["brand"], "The brand itself.")];
}

/** The keys that sentences of a test name after `for`. */
function namedIn({ sentences }: ast.Declaration): readonly string[] {
  return (sentences as readonly ast.Node[]).flatMap((sentence) => {
    if (sentence.kind !== "Given" && sentence.kind !== "Expect") return [];
    const { partner } = sentence as ast.Given | ast.Expect;
    return partner === null || partner.text === "text" ? [] : [partner.text];
  });
}

/** The first cells of the partners that a test gives. */
function tableKeys({ sentences }: ast.Declaration): readonly string[] {
  return (sentences as readonly ast.Node[]).flatMap((sentence) => {
    if (sentence.kind !== "Given" || (sentence as ast.Given).dataset.text !== "partners") return [];
    const rows = (sentence as ast.Given).table.slice(1);
    return rows.flatMap(({ cells: [first] }) =>
      first === undefined || first.text === "" ? [] : [first.text],
    );
  });
}
