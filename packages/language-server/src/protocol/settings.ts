/** Settings under `tenet.*`. None of them is a path, and none names anything that is run. */

/** What a person can set. */
export interface Settings {
  /** Whether all files of the workspace are checked, or only those that are open. */
  readonly checkWorkspace: boolean;
}

export const usualSettings: Settings = { checkWorkspace: true };

/** Settings from a client's configuration; whatever is not understood is as usual. */
export function settingsFrom(configuration: unknown): Settings {
  const check = member(member(configuration, "check"), "workspace");
  return { checkWorkspace: typeof check === "boolean" ? check : usualSettings.checkWorkspace };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
