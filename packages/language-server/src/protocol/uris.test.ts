import { expect, test } from "vitest";
import { addressIn, addressOf, folderAddress, placeOf } from "./uris.ts";

const folders = ["file:///work", "file:///work/inner"];

test.each([
  [
    "the folder that holds it",
    "file:///work/shared/a.tenet",
    { folder: "file:///work", path: "shared/a.tenet" },
  ],
  ["the innermost of two", "file:///work/inner/a.tenet", { folder: "file:///work/inner", path: "a.tenet" }],
  ["its own, where none holds it", "file:///other/x/a.tenet", { folder: "file:///other/x", path: "a.tenet" }],
  [
    "no folder that only begins alike",
    "file:///workshop/a.tenet",
    { folder: "file:///workshop", path: "a.tenet" },
  ],
  [
    "a folder on no disk",
    "vscode-vfs://github/a/b.tenet",
    { folder: "vscode-vfs://github/a", path: "b.tenet" },
  ],
])("a file is placed in %s", (_, uri, place) => {
  expect(placeOf(addressOf(uri), folders)).toEqual(place);
  expect(addressIn(place)).toBe(addressOf(uri));
});

test("letters outside ASCII and blanks are the same however a client escapes them", () => {
  const spelt = ["file:///work/Caf%C3%A9%20x/a%23b.tenet", "file:///work/Café x/a%23b.tenet"];
  for (const uri of spelt) {
    const place = placeOf(addressOf(uri), folders);
    expect(place).toEqual({ folder: "file:///work", path: "Café x/a#b.tenet" });
    expect(addressIn(place)).toBe(addressOf(uri));
  }
});

test("a drive is the same in either case and spelling", () => {
  expect(addressOf("file:///C:/work/a.tenet")).toBe(addressOf("file:///c%3A/work/a.tenet"));
});

test("a document that was never saved has a place of its own", () => {
  expect(placeOf(addressOf("untitled:Untitled-1"), folders).path).toBe("Untitled-1");
});

test("a folder's slash at the end means nothing", () => {
  expect(folderAddress("file:///work/")).toBe("file:///work");
});
