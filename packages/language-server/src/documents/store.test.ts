import { expect, test } from "vitest";
import { Store } from "./store.ts";

const uri = "file:///project/a.tenet";

function store(): Store {
  const made = new Store();
  made.setFolders(["file:///project"]);
  return made;
}

test("an open document is what its client says, whatever the disk holds; a closed one is the disk's again", () => {
  const files = store();
  files.setSaved(uri, "saved");
  files.setOpen(uri, "typed", 1);
  files.setSaved(uri, "saved again");
  expect(files.get(uri)?.file.text).toBe("typed");
  files.close(uri);
  expect(files.get(uri)?.file.text).toBe("saved again");
  expect(files.get(uri)?.version).toBeNull();
});

test("a document that was never saved is gone when it is closed", () => {
  const files = store();
  files.setOpen(uri, "typed", 1);
  files.close(uri);
  expect(files.get(uri)).toBeNull();
});

test("a file that went from the disk stays while it is open", () => {
  const files = store();
  files.setSaved(uri, "saved");
  files.setOpen(uri, "saved", 1);
  files.setSaved(uri, null);
  expect(files.get(uri)?.file.text).toBe("saved");
  files.close(uri);
  expect(files.get(uri)).toBeNull();
});

test("a text that stays the same keeps its tree, and changes nothing", () => {
  const files = store();
  files.setSaved(uri, "metric m number of calls\n");
  const known = files.get(uri);
  const tree = known === null ? null : files.treeOf(known);
  const { epoch } = files;
  files.setOpen(uri, "metric m number of calls\n", 1);
  const again = files.get(uri);
  expect(again === null ? null : files.treeOf(again)).toBe(tree);
  expect(files.epoch).toBe(epoch);
});

test("edits that arrive together are read once, from the last tree that was asked for", () => {
  const files = store();
  const [one, two] = ["metric a number of calls\n\n", "metric b number of calls\n"];
  files.setOpen(uri, one + two, 1);
  const first = files.get(uri);
  const before = first === null ? null : files.treeOf(first);
  files.setOpen(uri, one + two.replace("b", "bb"), 2);
  files.setOpen(uri, one + two.replace("b", "bbb"), 3);
  const last = files.get(uri);
  const after = last === null ? null : files.treeOf(last);
  expect(after?.tree.declarations[0]).toBe(before?.tree.declarations[0]);
  expect(after?.file.text).toContain("metric bbb");
});

test("a folder that leaves the workspace takes its files along, but not those that are open", () => {
  const files = store();
  files.setFolders(["file:///project", "file:///other"]);
  files.setSaved("file:///other/b.tenet", "b");
  files.setOpen("file:///other/c.tenet", "c", 1);
  files.setFolders(["file:///project"]);
  expect(files.get("file:///other/b.tenet")).toBeNull();
  expect(files.get("file:///other/c.tenet")?.place).toEqual({ folder: "file:///other", path: "c.tenet" });
  expect(files.readable).toEqual(["file:///project", "file:///other"]);
});

test("a text knows where it was read, also after it changed", () => {
  const files = store();
  files.setOpen(uri, "a", 1);
  const earlier = files.get(uri)?.file;
  files.setOpen(uri, "b", 2);
  expect(earlier === undefined ? null : files.uriOf(earlier)).toBe(uri);
});
