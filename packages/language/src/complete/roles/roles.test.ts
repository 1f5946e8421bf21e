import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFile } from "../../source/source-file.ts";
import { parse } from "../../syntax/parse.ts";
import { roles } from "./roles.ts";
import { wantedAt } from "./wanted.ts";

/** Names that are written as literals are: their kind is known to the grammar. */
const literals = ["Money.currency", "Open.firstDay", "Open.lastDay"];

/** Where names stand in a tree: the node that holds one, and its key there. */
function placesOf(node: object, key: string, holder: string, found: Set<string>): void {
  const kind = "kind" in node ? String(node.kind) : null;
  if (kind === "Name") found.add(`${holder}.${key}`);
  for (const [name, value] of Object.entries(node)) {
    if (typeof value !== "object" || value === null) continue;
    const own = Array.isArray(node) ? key : kind === null && key !== "" ? `${key}.${name}` : name;
    placesOf(value, own, kind ?? holder, found);
  }
}

test("every name of every form has a role, and no role is for nothing", () => {
  const sample = readFileSync(new URL("../../syntax/every-form.tenet", import.meta.url), "utf8");
  const found = new Set<string>();
  placesOf(parse(sourceFile("sample.tenet", sample)).tree, "", "", found);
  const known = [...Object.keys(roles), ...literals];
  expect([...found].filter((place) => !known.includes(place))).toEqual([]);
  expect(known.filter((place) => !found.has(place))).toEqual([]);
});

test("names that other files can bring are names that have a role", () => {
  const path = (kind: string, key: string) => [
    { node: { kind }, key },
    { node: { kind: "Name" }, key: "" },
  ];
  const wanted = Object.keys(roles).filter((role) => {
    const [kind = "", key = ""] = role.split(/\.(.*)/);
    return wantedAt({ sentence: {} as never, path: path(kind, key), isWritten: false }).length > 0;
  });
  expect(wanted.length).toBeGreaterThan(25);
});
