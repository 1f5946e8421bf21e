/** Renaming with the checks that this package knows; see `rename/rename.ts`. */
import { checkAgreement } from "./check-agreement.ts";
import type { NameSymbol } from "./occurrences/name-symbol.ts";
import { type Renaming, renamed } from "./rename/rename.ts";
import type { RenameView } from "./rename/rename-view.ts";

/** Gives a symbol another name in all agreements that know it, or says why that cannot be. */
export function renameSymbol(views: readonly RenameView[], symbol: NameSymbol, name: string): Renaming {
  return renamed(views, symbol, name, (loaded) => checkAgreement(loaded).diagnostics);
}
