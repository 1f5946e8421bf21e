/**
 * Which code may use which. The two tables below are the whole law: `folders` for our own code, `importers`
 * for libraries with a single door. The compiler's project references say the same within a package; they do
 * not see an undeclared import between packages, or of a library, so it is held here.
 */

/** Per package and folder: what it may import. "." is the package's root files. */
const folders = {
  evaluator: {
    exact: [],
    bundle: ["exact"],
    time: ["exact", "bundle"],
    columns: ["exact", "bundle", "time"],
    forms: ["bundle", "time", "columns"],
    read: ["exact", "bundle", "time", "columns", "forms"],
    metrics: ["exact", "bundle"],
    measure: ["exact", "bundle", "time", "columns", "metrics"],
    judge: ["exact", "bundle", "time", "columns", "metrics", "measure"],
    explain: ["exact", "bundle", "time", "columns", "metrics", "measure", "judge"],
    engine: ["exact", "bundle", "judge"],
    patterns: ["columns"],
    consequences: ["exact", "bundle", "time", "columns", "metrics", "measure", "judge", "explain"],
    codes: [],
    ".": ["exact", "bundle", "time", "columns", "metrics", "measure", "judge", "explain"],
    newest: ["exact", "bundle", "time", "columns", "metrics", "measure", "judge"],
    terms: ["exact", "bundle", "time", "columns", "metrics", "measure", "judge", "explain"],
    versions: ["bundle", "time", "columns", "measure", "judge", "."],
    clocks: ["exact", "bundle", "time", "columns", "measure", "judge", "."],
    restate: ["bundle", "judge"],
    due: ["exact", "bundle", "time", "judge", "clocks", "versions"],
    open: ["bundle", "time", "columns", "measure", "judge", "."],
    record: ["bundle", "time", "columns", "forms", "measure", "judge", "."],
    all: [
      "bundle",
      "columns",
      "judge",
      "patterns",
      "forms",
      "clocks",
      "consequences",
      "versions",
      "terms",
      "newest",
      "open",
      "record",
      ".",
    ],
  },
  language: {
    source: [],
    diagnostics: ["source"],
    syntax: ["source", "diagnostics"],
    check: ["source", "diagnostics", "syntax"],
    compile: ["source", "diagnostics", "syntax", "check"],
    format: ["source", "diagnostics", "syntax"],
    workspace: ["source", "diagnostics", "syntax", "check", "compile"],
    testing: ["source", "diagnostics", "syntax", "check", "compile", "format", "workspace"],
    occurrences: ["source", "syntax"],
    rename: ["source", "diagnostics", "syntax", "workspace", "occurrences"],
    links: ["source", "diagnostics", "syntax", "workspace"],
    refactor: ["source", "diagnostics", "syntax", "workspace", "occurrences", "links", "rename"],
    vocabulary: ["source", "syntax"],
    complete: ["source", "diagnostics", "syntax", "check", "vocabulary"],
    hints: ["source", "syntax", "check"],
    prose: ["source", "syntax", "check", "occurrences", "vocabulary"],
    ".": [
      "source",
      "diagnostics",
      "syntax",
      "check",
      "compile",
      "format",
      "workspace",
      "testing",
      "occurrences",
      "rename",
      "links",
      "refactor",
      "vocabulary",
      "complete",
      "hints",
      "prose",
    ],
  },
  "language-server": {
    protocol: [],
    host: ["protocol"],
    documents: ["protocol", "host"],
    analysis: ["protocol", "host", "documents"],
    data: ["protocol", "host", "documents", "analysis"],
    steps: [],
    features: ["protocol", "host", "documents", "analysis", "data", "steps"],
    ".": ["protocol", "host", "documents", "analysis", "data", "steps", "features"],
  },
  cli: {
    io: [],
    reporters: [],
    commands: ["io", "reporters"],
    ".": ["io", "commands", "reporters"],
  },
};

/** Folders that may use another of our packages, and by which of its public entries ("." is its index). */
const packages = {
  "language/check": ["evaluator", "evaluator/bundle", "evaluator/patterns"],
  "language/vocabulary": ["evaluator"],
  "language/complete": ["evaluator"],
  "language/hints": ["evaluator"],
  "language/compile": ["evaluator", "evaluator/bundle", "evaluator/patterns"],
  "language/testing": ["evaluator", "evaluator/all", "evaluator/bundle", "evaluator/read"],
  "language/.": ["evaluator", "evaluator/bundle", "evaluator/patterns"],
  "language-server/.": ["language"],
  "language-server/protocol": ["language"],
  "language-server/documents": ["language"],
  "language-server/analysis": ["evaluator", "language"],
  "language-server/data": ["evaluator", "evaluator/all", "evaluator/read", "language"],
  "language-server/steps": ["evaluator", "language"],
  "language-server/features": ["evaluator", "evaluator/all", "language"],
  "cli/reporters": ["evaluator", "evaluator/bundle", "evaluator/codes", "evaluator/due", "language"],
  "cli/commands": [
    "evaluator",
    "evaluator/all",
    "evaluator/bundle",
    "evaluator/read",
    "evaluator/engine",
    "evaluator/codes",
    "evaluator/due",
    "evaluator/restate",
    "language",
    "language-server",
  ],
};

/** Libraries and runtime modules with a single importer among the product code. */
const importers = [
  {
    what: "chevrotain",
    path: "node_modules/(@chevrotain|chevrotain)/",
    only: "packages/language/src/syntax/",
  },
  {
    what: "json-rules-engine",
    path: "node_modules/(json-rules-engine|jsonpath-plus)/",
    only: "packages/evaluator/src/engine/",
  },
  { what: "zod", path: "node_modules/zod/", only: "packages/evaluator/src/bundle/" },
  { what: "re2js", path: "node_modules/re2js/", only: "packages/evaluator/src/patterns/" },
  {
    what: "temporal-polyfill",
    path: "node_modules/temporal-(polyfill|spec)/",
    only: "packages/language/src/compile/",
  },
  {
    what: "date-holidays",
    path: "node_modules/date-holidays(-parser)?/",
    only: "packages/language/src/compile/",
  },
  {
    what: "vscode-languageserver",
    path: "node_modules/vscode-(languageserver|jsonrpc|uri)",
    only: "packages/language-server/src/",
  },
  { what: "cli-progress", path: "node_modules/cli-progress/", only: "packages/cli/src/io/" },
];

const TESTS = "[.]test[.]ts$|^(test|bench|scripts)/";
const SOURCES = "^packages/[^/]+/src/";

/** The pattern of a folder's files; a package's root files lie directly in `src`. */
function filesOf(name, folder) {
  return folder === "." ? `^packages/${name}/src/[^/]+$` : `^packages/${name}/src/${folder}/`;
}

/** A package's public entry, as built file and as source. */
function entryOf(target) {
  const [name, folder] = target.split("/");
  if (name === "language-server") return "^packages/language-server/(dist|src)/node[.]";
  return folder === undefined
    ? `^packages/${name}/(dist|src)/index[.]`
    : `^packages/${name}/(dist|src)/${folder}/${folder}[.]`;
}

const folderRules = Object.entries(folders).flatMap(([name, table]) =>
  Object.entries(table).map(([folder, allowed]) => ({
    name: `layer: ${name}/${folder}`,
    comment: "A folder imports only the folders below it; see the tables at the top of the configuration.",
    severity: "error",
    from: { path: filesOf(name, folder), pathNot: TESTS },
    to: {
      path: "^packages/[^/]+/(src|dist)/",
      pathNot: [
        filesOf(name, folder),
        ...allowed.map((lower) => filesOf(name, lower)),
        ...(packages[`${name}/${folder}`] ?? []).map(entryOf),
      ],
    },
  })),
);

const importerRules = importers.map(({ what, path, only }) => ({
  name: `single importer: ${what}`,
  severity: "error",
  from: { path: SOURCES, pathNot: [TESTS, `^${only}`] },
  to: { path },
}));

/** Types may be shared where values may not: the edge is erased from what runs. */
const typesOnly = [
  {
    name: "types only: time of bundle",
    from: { path: "^packages/evaluator/src/time/", pathNot: TESTS },
    to: { path: "^packages/evaluator/src/bundle/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "types only: patterns of columns",
    from: { path: "^packages/evaluator/src/patterns/", pathNot: TESTS },
    to: { path: "^packages/evaluator/src/columns/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "types only: the reference of the evaluator",
    comment: "The oracle in test/reference shares types with what it is compared to, and nothing that runs.",
    from: { path: "^test/reference/", pathNot: "[.]test[.]ts$" },
    to: { path: "^packages/evaluator/", dependencyTypesNot: ["type-only"] },
  },
].map((rule) => ({ ...rule, severity: "error" }));

export default {
  forbidden: [
    ...folderRules,
    ...importerRules,
    ...typesOnly,
    {
      name: "vscode is imported by the extension",
      severity: "error",
      from: { pathNot: "^extension/" },
      to: { path: "^vscode$|node_modules/(@types/vscode|vscode-languageclient)/" },
    },
    {
      name: "the extension holds no rule of the language",
      comment:
        "It speaks to the language server, of which it knows the types of the requests and nothing else.",
      severity: "error",
      from: { path: "^extension/src/" },
      to: {
        path: "^packages/",
        pathNot: "^packages/language-server/(src|dist)/protocol/requests[.]",
      },
    },
    {
      name: "what runs in a browser uses nothing of Node",
      comment: "Only the server's start from a disk is for desktops.",
      severity: "error",
      from: {
        path: "^extension/src/",
        pathNot: [TESTS, "/(main-node|server-process|server-start|kept-code)[.]ts$"],
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "what starts a process is for desktops",
      severity: "error",
      from: { path: "^extension/src/", pathNot: "/(main-node|server-process|server-start|kept-code)[.]" },
      to: { path: "^extension/src/(main-node|server-process|server-start|kept-code)[.]ts$" },
    },
    {
      name: "types only: the extension of the language server",
      severity: "error",
      from: { path: "^extension/src/" },
      to: { path: "^packages/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the debugger's session is no part of VS Code",
      comment: "It is tested by speaking the protocol to it.",
      severity: "error",
      from: { path: "^extension/src/debugging/(session|replay|shown)[.]ts$" },
      to: { path: "^vscode$|node_modules/vscode-languageclient/" },
    },
    {
      name: "the scorecard's page is a world of its own",
      comment: "It runs in a web view: of the extension it may know the messages, and nothing of VS Code.",
      severity: "error",
      from: { path: "^extension/src/scorecard/page/" },
      to: { path: "^vscode$|^extension/src/", pathNot: "^extension/src/scorecard/(page/|messages[.]ts$)" },
    },
    {
      name: "no folder without a rule",
      comment: "A new folder needs a line in the table of layers.",
      severity: "error",
      from: {
        path: SOURCES,
        pathNot: [
          TESTS,
          ...Object.entries(folders).flatMap(([name, table]) =>
            Object.keys(table).map((folder) => filesOf(name, folder)),
          ),
        ],
      },
      to: {},
    },
    {
      name: "zod stays behind the bundle entry",
      comment: "An embedder that judges a bundle it made itself must not load the schema library.",
      severity: "error",
      from: { path: "^packages/evaluator/src/index[.]ts$" },
      to: { path: "node_modules/(zod|re2js|json-rules-engine)/", reachable: true },
    },
    {
      name: "parts are handed in",
      comment:
        "What not every agreement needs is no part of the main entry; it knows the seams in measure and judge.",
      severity: "error",
      from: {
        path: "^packages/evaluator/src/[^/]+$|^packages/evaluator/src/(measure|judge|explain)/",
        pathNot: TESTS,
      },
      to: {
        path: "^packages/evaluator/src/(clocks|consequences|forms|newest|terms|versions|open|record|all)/",
      },
    },
    {
      name: "only the command line and the host of the server touch the machine",
      comment: "A channel of diagnostics does not leave the process.",
      severity: "error",
      from: {
        path: SOURCES,
        pathNot: [TESTS, "^packages/cli/src/io/", "^packages/language-server/src/host/node-host[.]ts$"],
      },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?diagnostics_channel$" },
    },
    {
      name: "tests stay out of the product",
      severity: "error",
      from: { path: SOURCES, pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: "no cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "every import resolves",
      severity: "error",
      from: { pathNot: "(^|/)dist/" },
      // VS Code hands this one to its extensions itself.
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
    {
      name: "the product needs only its declared dependencies",
      severity: "error",
      from: { path: SOURCES, pathNot: TESTS },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        pathNot: "^packages/[^/]+/(src|dist)/",
      },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "(^|/)dist/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "node", "default"],
      extensions: [".ts", ".d.ts", ".mjs", ".js"],
    },
  },
};
