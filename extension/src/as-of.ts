/** Up to when data is read: the date that is set, else now. */
import { type Uri, workspace } from "vscode";

export function asOfNow(agreement: Uri): string {
  const set = workspace.getConfiguration("tenet", agreement).get<string>("judge.asOf", "");
  return /^\d{4}-\d\d-\d\d$/.test(set) ? set : new Date().toISOString();
}
