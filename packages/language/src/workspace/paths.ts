/** Paths inside a workspace: forward slashes, worked out as text, so that nothing has to be opened to refuse one. */

/** What makes a path no path within the workspace, in words; null for a plain relative path. */
export function refusedForm(path: string): string | null {
  if (path.trim() === "") return "it is empty";
  if (path.includes("\\")) return "it has a backslash; folders are separated by `/`";
  if (path.startsWith("/") || path.startsWith("~")) return "it is not relative to this file";
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return "it is an address, not a file beside this one";
  return null;
}

/** `path` seen from `folder`, without `.` and with `..` only at its start. */
export function resolvePath(folder: string, path: string): string {
  const whole = folder === "" || path.startsWith("/") ? path : `${folder}/${path}`;
  const absolute = whole.startsWith("/");
  const segments: string[] = [];
  for (const segment of whole.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (segment !== ".." || !absolute) segments.push(segment);
  }
  return `${absolute ? "/" : ""}${segments.join("/")}`;
}

/** Whether a resolved path lies in a folder. Both start from the same place, or both are absolute. */
export function isInside(folder: string, path: string): boolean {
  const root = resolvePath("", folder);
  if (root.startsWith("/") !== path.startsWith("/")) return false;
  const [rootUps, rootNames] = splitUps(root);
  const [pathUps, pathNames] = splitUps(path);
  if (pathUps !== rootUps) return pathUps < rootUps && rootNames.length === 0;
  return pathNames.length > rootNames.length && rootNames.every((name, index) => pathNames[index] === name);
}

/** How often a path climbs, and the names after that. */
function splitUps(path: string): readonly [ups: number, names: readonly string[]] {
  const segments = path.split("/").filter((segment) => segment !== "");
  const ups = segments.filter((segment) => segment === "..").length;
  return [ups, segments.slice(ups)];
}
