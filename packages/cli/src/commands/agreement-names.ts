/** How the files that a bundle names are shown; needs no parser. */
import { absolute, folderOf, seenFrom, shownFrom, workspaceOf } from "../io/files.ts";
import type { Session } from "../io/session.ts";

/** How a file named in a bundle is shown: its path is relative to the agreement's own folder. */
export interface OriginNames {
  readonly forPeople: (file: string) => string;
  readonly forMachines: (file: string) => string;
}

/** The names of the files of an agreement at this path; the empty name is the agreement itself. */
export function originNames(session: Session, path: string): OriginNames {
  const root = workspaceOf(path, session.folder);
  const place = (file: string): string => (file === "" ? path : absolute(folderOf(path), file));
  return {
    forPeople: (file) => shownFrom(session.folder, place(file)),
    forMachines: (file) => seenFrom(root, place(file)),
  };
}
