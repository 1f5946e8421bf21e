/** Settings under `tenet.*`. None of them is a path, and none names anything that is run. */

/** What a person can set. */
export interface Settings {
  /** Whether all files of the workspace are checked, or only those that are open. */
  readonly checkWorkspace: boolean;
  /** Whether data is judged in the background, for figures beside the text. */
  readonly dataInsights: boolean;
  /** The date up to which data is read then; null: today. */
  readonly asOf: string | null;
}

export const usualSettings: Settings = { checkWorkspace: true, dataInsights: true, asOf: null };

/** Settings from a client's configuration; whatever is not understood is as usual. */
export function settingsFrom(configuration: unknown): Settings {
  const check = member(member(configuration, "check"), "workspace");
  const insights = member(configuration, "dataInsights");
  const asOf = member(member(configuration, "judge"), "asOf");
  return {
    checkWorkspace: typeof check === "boolean" ? check : usualSettings.checkWorkspace,
    dataInsights: typeof insights === "boolean" ? insights : usualSettings.dataInsights,
    asOf: typeof asOf === "string" && /^\d{4}-\d\d-\d\d$/.test(asOf) ? asOf : usualSettings.asOf,
  };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
