/** Whole workspaces in one text: what stands in front of the first `-- path --` line describes it, each file follows its own. */

export interface Archive {
  /** The lines before the first file. */
  readonly about: string;
  /** Content by path. A path that starts with `@` names an expected text and is no file. */
  readonly files: ReadonlyMap<string, string>;
}

/** Takes an archive apart. */
export function readArchive(text: string): Archive {
  const files = new Map<string, string>();
  let about = "";
  let path: string | null = null;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const head = /^-- (\S+) --\r?\n?$/.exec(line);
    if (head !== null) {
      path = head[1] ?? "";
      if (files.has(path)) throw new Error(`${path} is there twice`);
      files.set(path, "");
    } else if (path === null) about += line;
    else files.set(path, `${files.get(path)}${line}`);
  }
  return { about, files };
}
