/**
 * `tenet init`: a small agreement that is complete, with a test and with data to judge.
 *
 * It exists to be changed: every sentence that a first agreement of one's own needs is there once. The data shows a
 * month that is met, one that is missed, and one with too little data.
 */
import type { Command } from "commander";
import { absolute, kindOf, shownFrom } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { writeNew } from "../io/write.ts";
import { inert } from "../reporters/inert.ts";
import { palette } from "../reporters/palette.ts";
import { type Act, type ExitCode, exit, refuse } from "./exit.ts";
import { agreementText, deliveriesText, partnersText } from "./init-template.ts";

const files: readonly (readonly [string, () => string])[] = [
  ["standards.tenet", () => agreementText],
  ["deliveries.csv", deliveriesText],
  ["partners.csv", partnersText],
];

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .argument("[folder]", "where to write; made if it does not exist", ".")
    .action((folder: string) => act((session) => runInit(session, folder)));
}

/** Writes all files or, where one of them exists already, none. */
export async function runInit(session: Session, folder: string): Promise<ExitCode> {
  const home = absolute(session.folder, folder);
  const taken = files.map(([name]) => absolute(home, name)).filter((path) => kindOf(path) !== "nothing");
  if (taken.length > 0) {
    const names = taken.map((path) => shownFrom(session.folder, path)).join(", ");
    return refuse(
      session,
      `${names} ${taken.length === 1 ? "exists" : "exist"} already; nothing was written`,
      "name another folder: tenet init FOLDER",
    );
  }
  for (const [name, text] of files) {
    const path = absolute(home, name);
    const failure = await writeNew(path, text());
    if (failure !== null)
      return refuse(session, `cannot write ${shownFrom(session.folder, path)}: ${failure.reason}`);
  }
  await session.out(nextSteps(session, home));
  return exit.well;
}

function nextSteps(session: Session, home: string): string {
  const { heading, quiet } = palette(session.colour.out);
  const shown = (name: string): string => inert(shownFrom(session.folder, absolute(home, name)));
  const agreement = shown("standards.tenet");
  const quoted = /\s/.test(agreement) ? `"${agreement}"` : agreement;
  return [
    "Written:",
    `  ${agreement}  ${quiet("what two carriers have agreed to")}`,
    `  ${shown("deliveries.csv")}, ${shown("partners.csv")}  ${quiet("data to judge them on")}`,
    "",
    "Next:",
    `  ${heading(`tenet judge ${quoted} --as-of 2026-04-01`)}`,
    `  ${heading(`tenet explain ${quoted} punctual --partner SWIFT --period 2026-02 --as-of 2026-04-01`)}`,
    `  ${heading(`tenet test ${quoted}`)}`,
    "",
    "Then change a limit, and judge again.",
    "",
  ].join("\n");
}
