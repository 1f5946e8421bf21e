import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse, sourceFile } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import { declarationWords } from "../../packages/language/src/syntax/tokens.ts";
import { starterFile } from "../../scripts/generate-starter.ts";

const extension = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(`${extension}/${path}`, "utf8");

const manifest = JSON.parse(read("package.json")) as {
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: string;
      readonly restrictedConfigurations: readonly string[];
    };
    readonly virtualWorkspaces: { readonly supported: boolean };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly type: string; readonly enum?: unknown; readonly pattern?: string }>
      >;
    };
    readonly configurationDefaults: { readonly "[tenet]": Readonly<Record<string, unknown>> };
    readonly walkthroughs: readonly {
      readonly description: string;
      readonly steps: readonly {
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
};

/** Letters that the page of a walkthrough has room for in a window of usual width; it cuts off what is longer. */
const widest = { line: 46, description: 60 };

describe("the manifest", () => {
  it("starts the extension for agreements, and for nothing else", () => {
    expect(manifest.activationEvents).toEqual(["onLanguage:tenet", "workspaceContains:**/*.tenet"]);
  });

  it("says what a folder that is not trusted may not do, and names no setting that it has not", () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    expect(untrustedWorkspaces.supported).toBe("limited");
    expect(virtualWorkspaces.supported).toBe(true);
    const settings = Object.keys(manifest.contributes.configuration.properties);
    for (const setting of untrustedWorkspaces.restrictedConfigurations) expect(settings).toContain(setting);
  });

  it("has no setting that could name a program or a file", () => {
    const { properties } = manifest.contributes.configuration;
    const free = Object.entries(properties).filter(
      ([, { type, enum: choices, pattern }]) =>
        type !== "boolean" && choices === undefined && pattern === undefined,
    );
    expect(free).toEqual([]);
    const asOf = new RegExp(properties["tenet.judge.asOf"]?.pattern ?? "");
    expect(["", "2026-07-01", "./tool", "2026-07-01; ls"].filter((text) => asOf.test(text))).toEqual([
      "",
      "2026-07-01",
    ]);
  });

  it("is built against the oldest VS Code that it runs in", () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies["@types/vscode"]}`);
  });

  it("ships no dependency of its own: what it needs is bundled", () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it("lists the commands that the extension registers, but for those of lenses", () => {
    const source = read("src/extension.ts");
    const acts = /const acts: [^{]*\{([\s\S]*?)\n {2}\};/.exec(source)?.[1] ?? "";
    const registered = [...acts.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => `tenet.${name}`);
    const listed = manifest.contributes.commands.map(({ command }) => command);
    const ofLenses = ["tenet.runTest", "tenet.debugTest", "tenet.showReferences"];
    expect([...listed, ...ofLenses].sort()).toEqual([...registered].sort());
  });

  it("ticks off a step of the walkthrough once it is done, which the extension says itself", () => {
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    const ours = events.flatMap((event) => /^onContext:tenet\.done\.(\w+)$/.exec(event)?.[1] ?? []);
    // What VS Code does itself it knows itself.
    expect([ours.length, events.length]).toEqual([4, 5]);
    const sources = ["extension", "commands/new-agreement", "commands/import-csv", "commands/new-standard"];
    const said = sources.flatMap((name) => [...read(`src/${name}.ts`).matchAll(/stepDone\("(\w+)"\)/g)]);
    expect(said.map(([, step]) => step).sort()).toEqual(ours.sort());
  });

  it("has a page for every step of the walkthrough, whose examples are Tenet", () => {
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    expect(steps.length).toBeGreaterThan(3);
    for (const { media } of steps) {
      for (const [, example = ""] of read(media.markdown).matchAll(/```tenet\n([\s\S]*?)```/g)) {
        expect(parse(sourceFile(media.markdown, example)).diagnostics).toEqual([]);
        expect(example.split("\n").filter((line) => line.length > widest.line)).toEqual([]);
      }
    }
    for (const { description } of manifest.contributes.walkthroughs)
      expect(description.length).toBeLessThanOrEqual(widest.description);
  });
});

describe("the settings for agreements", () => {
  const settings = manifest.contributes.configurationDefaults["[tenet]"];

  it("let a double click take a value as a whole, and a name without what stands around it", () => {
    const separators = [...String(settings["editor.wordSeparators"])];
    for (const value of ["97.5%", "2026-01-31", "1.0.0", "-4.75", "09:30", "on_time", "partner.country"])
      expect([value, separators.filter((sign) => value.includes(sign))]).toEqual([value, []]);
    for (const sign of '"(),|#') expect(separators).toContain(sign);
  });

  it("keep lists of words out of what is written in quotes, where only a quote asks for one", () => {
    expect(settings["editor.quickSuggestions"]).toEqual({ other: "on", comments: "off", strings: "off" });
  });
});

describe("the language configuration", () => {
  const { indentationRules, onEnterRules, wordPattern } = JSON.parse(read("language-configuration.json")) as {
    readonly indentationRules: { readonly increaseIndentPattern: string };
    readonly onEnterRules: readonly { readonly beforeText: string }[];
    readonly wordPattern: string;
  };

  it("indents after the head of every declaration that has sentences", () => {
    const head = new RegExp(indentationRules.increaseIndentPattern);
    for (const word of declarationWords)
      expect([word, head.test(`${word} a "A"`)]).toEqual([word, word !== "uses"]);
    expect(head.test("  dated promised_on")).toBe(false);
  });

  it("goes on with a table, and takes names and values for words", () => {
    const [row] = onEnterRules;
    expect(new RegExp(row?.beforeText ?? "").test("  | rows | wait |")).toBe(true);
    expect("at least 95% where size_of is 2026-01-31".match(new RegExp(wordPattern, "g"))).toEqual([
      "at",
      "least",
      "95%",
      "where",
      "size_of",
      "is",
      "2026-01-31",
    ]);
  });
});

describe("snippets", () => {
  const snippets = JSON.parse(read("snippets/tenet.json")) as Readonly<
    Record<string, { readonly prefix: string; readonly body: readonly string[] }>
  >;

  it.each(Object.entries(snippets))("%s is Tenet once its holes are filled", (_, { prefix, body }) => {
    expect(prefix).toMatch(/^new /);
    const text = body.join("\n");
    const most = Math.max(
      ...[...text.matchAll(/\|([^|}]+)\|\}/g)].map(([, listed = ""]) => listed.split(",").length),
      1,
    );
    for (let choice = 0; choice < most; choice += 1) {
      const found = parse(sourceFile("snippet.tenet", filled(text, choice))).diagnostics;
      expect(found.map(({ message }) => message)).toEqual([]);
    }
  });

  it("would be caught where one is not", () => {
    const wrong = ["metric $", '{1:on_time} "On time" percent of $', "{2|deliveries,7|} where\n$0"].join("");
    expect(filled(wrong, 1)).toBe('metric on_time "On time" percent of 7 where\n');
    expect(parse(sourceFile("snippet.tenet", filled(wrong, 0))).diagnostics).not.toEqual([]);
  });
});

/** The text of a snippet with its defaults; of each list of choices the one that is asked for, or its last. */
function filled(body: string, choice: number): string {
  const first = new Map<string, string>();
  return body.replace(/\$\{(\d+)(?::([^}]*)|\|([^|}]*)\|)\}|\$0/g, (_all, hole, text, listed) => {
    if (hole === undefined) return "";
    const choices: readonly string[] = listed?.split(",") ?? [];
    if (!first.has(hole)) first.set(hole, text ?? choices[Math.min(choice, choices.length - 1)] ?? "");
    return first.get(hole) ?? "";
  });
}

it("starts with the agreement of `tenet init`", () => {
  for (const name of ["standards.tenet", "deliveries.csv", "partners.csv"] as const)
    expect(read(`starter/${name}`)).toBe(starterFile(name)());
});
