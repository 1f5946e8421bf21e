/**
 * The command line: which command was meant, and what the process answers with.
 *
 * Only the command that is called is loaded, with what it needs; the list below says no more than their names and
 * purposes. Whatever a command throws is a mistake of ours and ends here: one line for the user, the trace only for
 * whoever asks for it.
 */
import { Command, CommanderError } from "commander";
import type { Act, ExitCode } from "./commands/exit.ts";
import { exit, refuse } from "./commands/exit.ts";
import { version } from "./commands/version.ts";
import { FileFailure } from "./io/failure.ts";
import { isDebugging, processSession, type Session } from "./io/session.ts";
import { inert } from "./reporters/inert.ts";

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly configure: (command: Command, act: Act) => void }>;
}

const commands: readonly Entry[] = [
  {
    name: "init",
    summary: "start an agreement, with sample data to judge",
    load: () => import("./commands/init.ts"),
  },
  {
    name: "check",
    summary: "find mistakes in agreements",
    load: () => import("./commands/check.ts"),
  },
  {
    name: "test",
    summary: "run the tests that agreements hold",
    load: () => import("./commands/test.ts"),
  },
  {
    name: "judge",
    summary: "judge data against an agreement",
    load: () => import("./commands/judge.ts"),
  },
  {
    name: "explain",
    summary: "explain one verdict, or the code of a diagnostic",
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "due",
    summary: "list what is due, soonest first",
    load: () => import("./commands/due.ts"),
  },
  {
    name: "format",
    summary: "lay out agreements in the one agreed way",
    load: () => import("./commands/format.ts"),
  },
  {
    name: "compile",
    summary: "make the bundle that other programs judge with",
    load: () => import("./commands/compile.ts"),
  },
  {
    name: "lsp",
    summary: "serve an editor (language server protocol)",
    load: () => import("./commands/lsp.ts"),
  },
];

/** Runs the command line; the result is the exit code. */
export async function main(argv: readonly string[], session: Session = processSession()): Promise<ExitCode> {
  try {
    return await run(argv, session);
  } catch (error) {
    if (error instanceof FileFailure) return refuse(session, `${error.path}: ${error.reason}`);
    return mistakeOfOurs(error, session);
  }
}

async function run(argv: readonly string[], session: Session): Promise<ExitCode> {
  let code: ExitCode = exit.well;
  let shown = "";
  const act: Act = async (task) => {
    code = await task(session);
  };
  const program = new Command("tenet")
    .description("Partner experience standards and SLAs as code.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .configureOutput({
      writeOut: (text) => {
        shown += text;
      },
      writeErr: (text) => session.note(text),
      outputError: (text, write) => write(usageError(text)),
      getOutHelpWidth: () => session.width,
      getErrHelpWidth: () => session.width,
      getOutHasColors: () => session.colour.out,
      getErrHasColors: () => session.colour.note,
    })
    .exitOverride();
  const wanted = argv[0] === "help" ? argv[1] : argv[0];
  for (const { name, summary, load } of commands) {
    const command = program.command(name).summary(summary).description(summary);
    if (name === wanted) (await load()).configure(command, act);
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? exit.well : exit.unusable;
  }
  await session.out(shown);
  return code;
}

/** The parser's own message, which may quote what the user typed, in the form of ours. */
function usageError(text: string): string {
  const [first = "", ...hints] = text.trim().split("\n").map(inert);
  return [first.replace(/^error:/, "tenet:"), ...hints.map((hint) => `  ${hint}`), ""].join("\n");
}

function mistakeOfOurs(error: unknown, session: Session): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  session.note(`tenet: internal error: ${inert(message)}\n`);
  if (isDebugging()) session.note(`${error instanceof Error ? error.stack : ""}\n`);
  else
    session.note(
      "This is a mistake in tenet, not in your files. Please report it, with what TENET_DEBUG=1 shows.\n",
    );
  return exit.internal;
}
