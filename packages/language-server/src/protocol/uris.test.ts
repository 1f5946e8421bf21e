import { expect, test } from "vitest";
import { addressIn, addressOf, folderAddress, placeOf } from "./uris.ts";

const folders = ["file:///project", "file:///project/inner"];

test.each([
  [
    "the folder that holds it",
    "file:///project/shared/a.tenet",
    { folder: "file:///project", path: "shared/a.tenet" },
  ],
  [
    "the innermost of two",
    "file:///project/inner/a.tenet",
    { folder: "file:///project/inner", path: "a.tenet" },
  ],
  ["its own, where none holds it", "file:///other/x/a.tenet", { folder: "file:///other/x", path: "a.tenet" }],
  [
    "no folder that only begins alike",
    "file:///projectshop/a.tenet",
    { folder: "file:///projectshop", path: "a.tenet" },
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
  const spelt = ["file:///project/Caf%C3%A9%20x/a%23b.tenet", "file:///project/Café x/a%23b.tenet"];
  for (const uri of spelt) {
    const place = placeOf(addressOf(uri), folders);
    expect(place).toEqual({ folder: "file:///project", path: "Café x/a#b.tenet" });
    expect(addressIn(place)).toBe(addressOf(uri));
  }
});

test("a drive is the same in either case and spelling", () => {
  expect(addressOf("file:///C:/project/a.tenet")).toBe(addressOf("file:///c%3A/project/a.tenet"));
});

test("a document that was never saved has a place of its own", () => {
  expect(placeOf(addressOf("untitled:Untitled-1"), folders).path).toBe("Untitled-1");
});

test("a folder's slash at the end means nothing", () => {
  expect(folderAddress("file:///project/")).toBe("file:///project");
});
