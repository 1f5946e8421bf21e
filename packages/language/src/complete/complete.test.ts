import { describe, expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { loadAgreement } from "../workspace/load.ts";
import { complete } from "./complete.ts";
import type { Completion, CompletionItem } from "./item.ts";
import type { Outside } from "./scene.ts";

const top = `agreement care "Care"
  version 1.0.0
  effective from 2026-04-01 until 2027-03-31
  time zone "Europe/Paris"
  currency CHF

partners from "partners.csv" key partner_id
  field partner_id text
  field size one of small, large
  field opened_on date
  field fee money CHF

dataset calls from "calls.csv" one row per call_id
  partner partner_id
  dated called_at
  field call_id text
  field partner_id text
  field called_at timestamp
  field ended_at timestamp optional
  field waited duration in seconds
  field outcome one of solved, lost
  field stars number from 1 to 5 optional
  field fine yes_no
  field note text optional
  field guest text personal
  field bill money CHF

dataset refunds from "refunds.csv" one row per line
  partner partner_id
  dated paid_on
  field partner_id text
  field call_id text
  field paid_on date

metric answered percent of calls where outcome is solved out of calls
  higher is better
metric lost number of calls where outcome is lost
metric waiting average of waited in calls
metric newest latest outcome in calls
metric bills sum of bill in calls

exclusion storm
  removes calls where note is "storm"

standard prompt "Calls are answered"
  requires answered at least 90%
  measured each calendar month
  needs no minimum
`;

/** Completes where `^` stands in `text`, which is put below the declarations above. */
function at(text: string, outside: Outside = {}, above = top): Completion {
  const whole = `${above}\n${text}`;
  const offset = whole.indexOf("^", above.length);
  const source = whole.slice(0, offset) + whole.slice(offset + 1);
  const loaded = loadAgreement("care.tenet", (path) => (path === "care.tenet" ? source : null));
  return complete(loaded, loaded.root, offset, outside);
}

const labels = (text: string, outside?: Outside): string[] =>
  at(text, outside).items.map(({ label }) => label);

function item(text: string, label: string, outside?: Outside): CompletionItem | undefined {
  return at(text, outside).items.find((one) => one.label === label);
}

describe("names", () => {
  test("are those that may stand: metrics where a limit is stated, datasets where rows are counted", () => {
    const standard = 'standard s "S"\n  ';
    // Another standard limits `answered` already.
    expect(labels(`${standard}requires ^`)).toEqual(["lost", "waiting", "newest", "bills", "answered"]);
    expect(labels("metric m number of ^")).toEqual(["calls", "refunds", "different"]);
    expect(labels(`${standard}excluding ^`)).toEqual(["storm"]);
  });

  test("fit what is already written behind them", () => {
    expect(labels('standard s "S"\n  requires ^ at least 95%')).toEqual(["answered"]);
    expect(labels('standard s "S"\n  requires ^ fewer than 3')).toEqual(["lost"]);
    expect(labels('standard s "S"\n  requires ^ at most 60 seconds')).toEqual(["waiting"]);
    expect(labels('standard s "S"\n  requires ^ at most 100 CHF')).toEqual(["bills"]);
  });

  test("of fields are those of the dataset at hand, of types that fit", () => {
    expect(labels("metric m number of calls where ^").slice(0, 11)).toEqual([
      "called_at",
      "ended_at",
      "waited",
      "outcome",
      "stars",
      "fine",
      "note",
      "bill",
      // Single rows, partners and persons are rarely chosen by name.
      "call_id",
      "partner_id",
      "guest",
    ]);
    expect(labels("metric m average of ^ in calls")).toEqual(["waited", "stars", "bill"]);
    expect(labels("metric m median of ^ in refunds")).toEqual([]);
    expect(labels("metric m number of calls where has refunds with same ^")).toEqual([
      "call_id",
      "partner_id",
    ]);
  });

  test("of the partners follow `partner.`, and stand bare where only partners are chosen", () => {
    const all = ["size", "opened_on", "fee", "partner_id"];
    expect(labels("metric m number of calls where partner.^")).toEqual(all);
    expect(labels('standard s "S"\n  applies to partners where ^').slice(0, 4)).toEqual(all);
  });

  test("of the dataset that is being written are known before its head is", () => {
    const fields = "\n  field id text\n  field seen_at timestamp\n";
    expect(labels(`dataset d from "d.csv" one row per ^${fields}`)).toEqual(["id", "seen_at", "line"]);
    expect(labels(`dataset d from "d.csv" one row\n  dated ^${fields}`).slice(0, 1)).toEqual(["seen_at"]);
  });

  test("are explained", () => {
    expect(item('standard s "S"\n  requires ^', "answered")).toMatchObject({
      kind: "metric",
      detail: "metric, a percentage",
      documentation: "percent of calls where outcome is solved out of calls.",
    });
    expect(item("metric m number of calls where ^", "ended_at")).toMatchObject({
      kind: "field",
      detail: "a timestamp",
      documentation: "Field of calls: a timestamp, may be missing.",
    });
  });
});

describe("operators and values", () => {
  const where = "metric m number of calls where ";

  test("are those of the type on the left", () => {
    expect(labels(`${where}fine ^`)).toEqual(["is"]);
    expect(labels(`${where}note ^`)).toEqual(["is", "contains", "matches"]);
    expect(labels(`${where}waited ^`)).toEqual([
      "is",
      "at least",
      "at most",
      "more than",
      "less than",
      "from",
    ]);
    expect(labels(`${where}stars ^`)).toContain("fewer than");
  });

  test("are members of the list, yes or no, and fields of a like type", () => {
    expect(labels(`${where}outcome is ^`).slice(0, 2)).toEqual(["solved", "lost"]);
    expect(labels(`${where}fine is ^`).slice(0, 2)).toEqual(["yes", "no"]);
    expect(labels(`${where}ended_at at most ^`)).toEqual(["2026-04-01 at 09:00", "called_at"]);
  });

  test("have the unit of what they are compared with", () => {
    expect(labels(`${where}waited at most ^`)[0]).toBe("60 seconds");
    expect(labels(`${where}waited at most 5 ^`)).toEqual(["seconds", "minutes", "hours", "days", "weeks"]);
    expect(labels(`${where}waited at most 1 ^`)[0]).toBe("second");
    expect(labels(`${where}bill at most 5 ^`)).toEqual(["CHF"]);
    expect(labels(`${where}stars at most 5 ^`)).toEqual(["and", "or"]);
  });

  test("are verdicts where a verdict is compared", () => {
    expect(labels("credit c\n  gives 5 CHF when prompt is ^").slice(0, 2)).toEqual(["met", "missed"]);
  });

  test("have no order where the type has none", () => {
    expect(labels('standard s "S"\n  requires newest ^')).toEqual(["is"]);
    expect(labels('standard s "S"\n  requires waiting at least ^')).not.toContain("95%");
  });
});

describe("words of the language", () => {
  test("stand with what must follow them", () => {
    expect(labels('standard s "S"\n  measured ^')).toEqual([
      "each calendar",
      "each partner year",
      "over rolling",
      "over latest",
    ]);
  });

  test("of calendars and business days stand where they count", () => {
    expect(labels("credit c\n  forgives 2 misses ^")).toEqual(["each calendar"]);
    expect(labels('standard s "S"\n  measured over rolling 4 ^').slice(0, 6)).toEqual([
      "days",
      "weeks",
      "months",
      "quarters",
      "years",
      "calendar",
    ]);
    expect(labels('standard s "S"\n  measured over rolling 4 calendar ^')).toEqual([
      "weeks",
      "months",
      "quarters",
      "years",
    ]);
  });

  test("that would start a second sentence of a kind are left out", () => {
    const standard =
      'standard s "S"\n  needs no minimum\n  measured each calendar month\n  ^\n  missing data counts as met';
    const starts = labels(standard).map((label) => label.split(" ")[0]);
    expect(starts).toContain("requires");
    expect(starts).not.toContain("measured");
    expect(starts).not.toContain("needs");
    expect(starts).not.toContain("missing");
  });

  test("that another sentence leaves no room for are left out, those that it asks for come first", () => {
    const starts = (text: string) => labels(text).map((label) => label.split(" ").slice(0, 2).join(" "));
    const month = 'standard s "S"\n  requires answered at least 95%\n  measured each calendar month';
    expect(starts(`${month}\n  needs no minimum\n  ^`)).not.toContain("assessed at");
    expect(starts(`${month}\n  ^`)).not.toContain("measured each");
    // Several windows take turns, each but the last under a condition.
    expect(starts(`${month} when lost at least 5\n  ^`)).toContain("measured each");
    const rolling = `${month.replace("each calendar month", "over rolling 3 months")}\n  needs no minimum\n  ^`;
    expect(starts(rolling)[0]).toBe("assessed at");
    expect(starts("credit c\n  puts 5% of fee at risk each calendar month\n  ^")[0]).toBe("weight 60%");
    const years = "measured each partner year from opened_on";
    const standard = 'standard s "S"\n  requires answered at least 95%\n  ^';
    expect(labels(standard)).toContain(years);
    const undated = at(standard, {}, top.replace("  field opened_on date\n", "")).items;
    expect(undated.map(({ label }) => label)).not.toContain(years);
    expect(starts("ramp_up r\n  lasts 3 months since opened_on\n  ^")).not.toContain("until 30");
    expect(labels("credit c\n  ^")).not.toContain(
      "gives 0.5% of base for each percentage point below the limit",
    );
    expect(labels("credit c on prompt\n  ^")).toContain(
      "gives 0.5% of base for each percentage point below the limit",
    );
  });

  test("continue the line above, where it can go on", () => {
    const limit = 'standard s "S"\n  requires answered\n    ^';
    expect(labels(limit)).toEqual(expect.arrayContaining(["at least", "at most", "is", "from"]));
    expect(labels('standard s "S"\n  requires answered at least 95%\n    ^')).toContain("or");
    expect(labels("exclusion e\n  removes calls where outcome is one of solved,\n    ^")).toEqual(["lost"]);
  });
});

describe("at the start of a line", () => {
  test("sentences that the declaration lacks come first, whole and with holes", () => {
    const [first, ...others] = at('standard s "S"\n  measured each calendar month\n  ^').items;
    expect(first).toMatchObject({
      label: "requires metric at least 95%",
      insert: "requires metric at least 95%",
      snippet: `requires \${1:answered} at least \${2:95%}`,
      rank: 0,
    });
    expect(others.map(({ label }) => label)).toContain("needs no minimum");
  });

  test("the names that can stand in a hole are a choice, the likely one first", () => {
    const found = at('standard s "S"\n  requires answered at least 95%\n  ^').items;
    const snippets = found.map(({ snippet }) => snippet);
    expect(snippets).toContain(
      `needs at least \${1:30} \${2|calls,refunds|} otherwise \${3|not_enough_data,met,missed,not_applicable,excused|}`,
    );
    expect(snippets).toContain(`warns when \${1:answered} less than \${2:97%}`);
    expect(snippets).toContain(`requires \${1|lost,waiting,bills|} at least peer average`);
  });

  test("nothing but sentences of the declaration, continuations and declarations is offered", () => {
    const words = labels("metric m number of calls\n  ^").map((label) => label.split(" ")[0]);
    expect(words).toEqual(expect.arrayContaining(["final", "higher", "where", "standard"]));
    expect(words).not.toContain("requires");
    expect(words).not.toContain("agreement");
    expect(words).not.toContain("partners");
  });

  test("of an empty file an agreement comes first", () => {
    const parsed = parse(sourceFile("new.tenet", ""));
    const { items } = complete({ root: parsed, files: [parsed] }, parsed, 0);
    expect(items[0]).toMatchObject({ label: 'agreement name "What it is about"', kind: "declaration" });
    expect(items[0]?.snippet).toContain(`time zone "\${6:Europe/Paris}"`);
  });

  test("only the word itself is offered where the sentence goes on behind the cursor", () => {
    expect(item('standard s "S"\n  ^ answered at least 95%', "requires")?.snippet).toBeNull();
  });

  test("broken lines above change nothing", () => {
    expect(
      labels('standard s "S"\n  requiers answered att leest\n  measured each calender\n  needs ^'),
    ).toEqual(["no minimum", "at least"]);
  });
});

describe("behind a slip", () => {
  test.each([
    ["requires answered at leest ^", "95%"],
    ["requires answerd at least ^", "95%"],
    ["requires answered >= ^", "95%"],
    ["needs at last 5 ^", "calls"],
  ])("the sentence goes on as it was meant: %s", (sentence, label) => {
    expect(labels(`standard s "S"\n  ${sentence}`)).toContain(label);
  });
});

describe("texts", () => {
  const outside: Outside = {
    columnsOf: (source) => (source === "d.csv" ? ["id", "Wait (min)", "Größe"] : null),
    dataFiles: () => ["d.csv"],
    libraries: () => ["shared/words.tenet"],
  };

  test("are files after `from` and `uses`, with quotes only where there are none yet", () => {
    expect(labels('uses "^"', outside)).toEqual(["shared/words.tenet"]);
    expect(labels("uses ^", outside)).toEqual(['"shared/words.tenet"', '"…"']);
    expect(labels('dataset d from "^" one row per id', outside)).toEqual(["d.csv"]);
  });

  test("are columns of the file, as texts, names and whole sentences", () => {
    const dataset = 'dataset d from "d.csv" one row per id\n  field id text\n';
    expect(labels(`${dataset}  field wait number from "^"`, outside)).toEqual(["Wait (min)", "Größe"]);
    expect(labels(`${dataset}  field ^`, outside)).toEqual(["wait_min", "grosse"]);
    expect(item(`${dataset}  ^`, 'field grosse text from "Größe"', outside)?.snippet).toBe(
      `field grosse \${1|text,number,date,timestamp,yes_no|} from "Größe"`,
    );
  });

  test("have the type of their values", () => {
    const typeOf = (source: string, column: string) =>
      source === "d.csv" && column === "Wait (min)" ? 'date written "DD.MM.YYYY"' : null;
    const dataset = 'dataset d from "d.csv" one row per id\n  field id text\n';
    const offered = item(`${dataset}  ^`, 'field wait_min date written "DD.MM.YYYY" from "Wait (min)"', {
      ...outside,
      typeOf,
    });
    expect(offered?.snippet).toBe(
      `field wait_min \${1|date written "DD.MM.YYYY",text,number,date,timestamp,yes_no|} from "Wait (min)"`,
    );
    expect(labels(`${dataset}  field wait_min ^`, { ...outside, typeOf })[0]).toBe("date");
    expect(labels(`${dataset}  field wait_min ^`, outside)[0]).toBe("text");
  });

  test("are text where the declaration names rows or partners by them, though all are digits", () => {
    const numbers: Outside = { columnsOf: () => ["id", "Shop", "Wait"], typeOf: () => "number optional" };
    const dataset = 'dataset d from "d.csv" one row per id\n  partner shop\n  ^';
    const fields = labels(dataset, numbers).filter((label) => /^field (?!name)/.test(label));
    expect(fields).toEqual([
      "field id text optional",
      'field shop text optional from "Shop"',
      'field wait number optional from "Wait"',
    ]);
  });

  test("become names of small letters, and never reserved words", () => {
    const columns = ["OrderID", "DeliveredAt", "CSAT", "from", "2nd try", "§"];
    const names = ["order_id", "delivered_at", "csat", "from_", "column_2nd_try", "column"];
    const offered = labels('dataset d from "d.csv" one row per ^', { columnsOf: () => columns });
    expect(offered.slice(0, names.length)).toEqual(names);
  });

  test("are what a dataset without fields can be counted and dated by", () => {
    const head = 'dataset d from "d.csv" one row per';
    const columns = ["id", "wait_min", "grosse"];
    expect(labels(`${head} ^`, outside)).toEqual([...columns, "line"]);
    expect(labels(`${head} id\n  dated ^`, outside).slice(0, 3)).toEqual(columns);
    expect(labels(`${head} id\n  field id text\n  dated ^`, outside)).not.toContain("wait_min");
  });

  test("replace what is between the quotes", () => {
    const { replaced } = at('uses "sha^red"', outside);
    expect(replaced.end - replaced.start).toBe(6);
  });
});

describe("tables of tests", () => {
  test("start with the fields of what is given", () => {
    const [table] = at('test t "T"\n  given refunds for "P1" in 2026-05\n  ^').items.filter(
      ({ kind }) => kind === "text",
    );
    expect(table).toMatchObject({ label: "| rows | call_id | paid_on |" });
  });

  test("have names in the first line, and values of the column below it", () => {
    const given = 'test t "T"\n  given calls\n  | call_id | outcome |\n';
    expect(labels('test t "T"\n  given calls\n  | call_id | ^')).toContain("outcome");
    expect(labels(`${given}  | 1 | ^`)).toEqual(["solved", "lost"]);
  });

  test("name each column once, wherever in the first line it stands", () => {
    const found = labels('test t "T"\n  given calls\n  | rows | ^ | outcome |');
    expect(found).toContain("call_id");
    for (const named of ["rows", "outcome"]) expect(found).not.toContain(named);
  });
});

test("periods of an expectation are those of the standard's windows first", () => {
  const found = labels('test t "T"\n  expect prompt for "P1" in ^');
  expect(found[0]).toBe("2026-04");
  expect(found).toEqual(expect.arrayContaining(["2026-Q1", "2026-H1", "2026", "2026-04-01"]));
});

describe("other files", () => {
  test("bring the line that uses them", () => {
    const elsewhere = () => [
      { path: "shared/m.tenet", word: "metric", name: "punctual", label: "On time" },
      { path: "shared/m.tenet", word: "dataset", name: "rides", label: null },
    ];
    const found = item('standard s "S"\n  requires ^', "punctual", { elsewhere });
    expect(found).toMatchObject({ kind: "metric", detail: "metric in shared/m.tenet" });
    const [edit] = found?.edits ?? [];
    expect(edit?.text).toBe('\n\nuses "shared/m.tenet"');
    expect(edit?.span.start).toBe(top.indexOf("  currency CHF") + "  currency CHF".length);
    expect(labels('standard s "S"\n  requires ^', { elsewhere })).not.toContain("rides");
  });
});

describe("nothing is offered", () => {
  test.each([
    ["in a comment", "# metric ^"],
    ["where a new name is written", "metric ^"],
    ["behind words that nobody understands", 'standard s "S"\n  requires answered tomorrow perhaps ^'],
    ["in a text of the writer's own", 'standard s "S"\n  because "^"'],
  ])("%s", (_, text) => {
    expect(labels(text)).toEqual([]);
  });

  test("in declarations of a later version", () => {
    expect(labels("journey j\n  stage ^")).toEqual([]);
  });
});

test("the word that is being written is replaced as a whole", () => {
  const { replaced } = at('standard s "S"\n  requires ans^wered at least 90%');
  expect(replaced.end - replaced.start).toBe("answered".length);
});

test("the order is the same whenever it is asked for, and ranks have no gaps", () => {
  const items = at('standard s "S"\n  ^').items;
  expect(items.map(({ rank }) => rank)).toEqual(items.map((_, index) => index));
  expect(at('standard s "S"\n  ^').items).toEqual(items);
});

describe("the likely value", () => {
  const snippetOf = (text: string, start: string) =>
    at(text).items.find(({ label }) => label.startsWith(start))?.snippet;

  test.each([
    ['standard s "S"\n  requires answered at least ^', "95%"],
    ['standard s "S"\n  requires answered at most ^', "5%"],
    ['standard s "S"\n  requires answered at least 95%\n  warns when answered less than ^', "97%"],
    ["credit c\n  puts ^", "10%"],
    ['amendment a to prompt for partner "P1"\n  effective from 2026-06-01 until ^', "2027-03-31"],
    ["metric m number of calls where date of called_at from 2026-06-05 to ^", "2026-06-05"],
    ['escalation e on prompt\n  step letter "Letter" when missed 3 months in a row cure within ^', "30"],
  ])("of %s is %s", (text, value) => {
    expect(labels(text)[0]).toBe(value);
  });

  test("of an end is a year after the beginning", () => {
    const text = 'agreement a "A"\n  effective from 2026-04-01 until ^';
    expect(at(text, {}, "").items[0]?.label).toBe("2027-03-31");
  });

  test("of an expectation has the unit of what is expected", () => {
    const credit = "credit late on prompt\n  gives 5 CHF\n";
    const expecting = (name: string, rest = "^") =>
      labels(`${credit}\ntest t "T"\n  expect ${name} for "P1" in 2026-04 is ${rest}`);
    expect(expecting("late")).toEqual(["100 CHF", "not", "none"]);
    expect(expecting("late", "5 ^")).toEqual(["CHF"]);
    expect(expecting("answered")[0]).toBe("95%");
    expect(expecting("prompt")[0]).toBe("met");
    expect(expecting("prompt", "missed ^")).toEqual(["because"]);
    expect(expecting("prompt", "met ^")).toEqual([]);
  });

  test("of a test is what it has named already: partner, period, and what its rows bear on", () => {
    const given =
      'test t "T"\n  given refunds for "P7" in 2026-06\n  | rows |\n  | 1 |\n  given calls for "P8" in 2026-05\n  | rows |\n  | 1 |\n';
    expect(labels(`${given}  expect prompt for ^`).slice(0, 2)).toEqual(['"P8"', '"P7"']);
    expect(labels(`${given}  expect prompt for "P8" in ^`).slice(0, 2)).toEqual(["2026-05", "2026-06"]);
    const refunded = "metric refunded number of refunds\n";
    const onlyRefunds = 'test t "T"\n  given refunds for "P7" in 2026-06\n  | rows |\n  | 1 |\n  expect ^';
    expect(labels(`${refunded}${onlyRefunds}`)[0]).toBe("refunded");
    expect(labels(`${refunded}${given}  expect ^`)[0]).toBe("prompt");
  });

  test("of the rows of a test is who the partners are, and then something else", () => {
    expect(labels('test t "T"\n  given ^')[0]).toBe("partners");
    expect(labels('test t "T"\n  given partners\n  | partner_id |\n  | P1 |\n  given ^')[0]).toBe("calls");
  });

  test("of a source is the file that is called so, and not one that is read already", () => {
    const dataFiles = () => ["calls.csv", "notes.csv", "visits.csv", "other/visits.csv"];
    expect(labels('dataset visits from "^"', { dataFiles })).toEqual([
      "visits.csv",
      "other/visits.csv",
      "notes.csv",
      "calls.csv",
    ]);
  });

  test("of a name that stands twice is written once", () => {
    expect(snippetOf("^", "dataset name")).toContain(
      `field \${3} text\n  field \${4} text\n  field \${5} date`,
    );
    expect(snippetOf("^", "metric name")).toMatch(/out of \$\{2\}$/);
  });
});

describe("behind a row", () => {
  test.each([
    ["another one is likely", "at least 90% where partner.size is small", "at least"],
    ["of which the last is `otherwise` a sentence is", "at least 90% otherwise", "applies to"],
  ])("%s", (_, row, first) => {
    const standard =
      'standard s "S"\n  measured each calendar month\n  needs no minimum\n  requires answered';
    expect(labels(`${standard}\n    ${row}\n    ^`)[0]?.startsWith(first)).toBe(true);
  });
});

test("an escalation on a standard starts with its misses", () => {
  expect(labels("escalation e on prompt\n  step letter when ^")[0]).toBe("missed");
  expect(labels("escalation e\n  step letter when ^")[0]).toBe("prompt");
});

test("a moment is rather given than one that is written out", () => {
  const found = labels("metric m number of calls where ended_at is ^");
  expect(found.slice(0, 2)).toEqual(["given", "not given"]);
  expect(labels("metric m number of calls where ended_at at most ^")[0]).toBe("2026-04-01 at 09:00");
});

test("a tolerance is of a limit that has none yet", () => {
  const standard =
    'standard s "S"\n  requires answered at least 95%\n  requires waiting at most 60 seconds\n';
  const tolerating = (above: string) =>
    at(`${standard}${above}  ^`).items.find(({ label }) => label.startsWith("tolerates"))?.snippet;
  expect(tolerating("")).toBe(`tolerates fewer than \${1:3} \${2:lost} for \${3|answered,waiting|}`);
  expect(tolerating("  tolerates fewer than 3 lost for answered\n")).toBe(
    `tolerates fewer than \${1:3} \${2:lost} for \${3:waiting}`,
  );
});

describe("where a declaration ends", () => {
  test("one of the same kind is likely at the margin below an empty line", () => {
    expect(labels("metric m number of calls\n\n^")[0]).toMatch(/^metric name/);
    expect(labels("metric m number of calls\n  ^")[0]).not.toMatch(/^metric name/);
  });

  test("what it lacks still comes first", () => {
    expect(labels('standard s "S"\n  measured each calendar month\n\n^')[0]).toMatch(/^requires/);
  });

  test("behind a field another one is likely, behind a limit a sentence that does not stand yet", () => {
    const dataset = 'dataset d from "d.csv" one row per id\n  field id text\n  ^';
    expect(labels(dataset)[0]).toBe("field name text");
    const standard =
      'standard s "S"\n  measured each calendar month\n  needs no minimum\n  requires answered at least 95%\n  ^';
    expect(labels(standard)[0]).toBe("applies to partners where field is value");
  });
});

describe("the likely word", () => {
  test("is a sentence of the declaration where the line above is whole, and what completes it where it is not", () => {
    const whole = labels('standard s "S"\n  requires answered at least 95%\n  ^');
    expect(whole.indexOf("or")).toBeGreaterThan(whole.indexOf("needs no minimum"));
    expect(whole.indexOf("or")).toBeLessThan(whole.indexOf("calendar name"));
    expect(labels('standard s "S"\n  requires answered\n  ^')[0]).toBe("at least");
  });

  test("is `not_enough_data` where there are too few rows", () => {
    expect(labels('standard s "S"\n  needs at least 5 calls otherwise ^')[0]).toBe("not_enough_data");
  });
});

test("years of a partner's own stand in windows only", () => {
  expect(labels("report r for partner\n  due on day 5 ^")).toEqual(["after each calendar"]);
});

test("no place of any text is too much", () => {
  const broken = `${top}\nstandard s "S\n  requires answered at at least (5\n  | a | "b\n  needs at, \n  measured each \u0000 calendar\ntest t\n  given calls\n  | call_id | "|\n`;
  const loaded = loadAgreement("care.tenet", () => broken);
  for (let offset = top.length - 40; offset <= broken.length; offset++) {
    const { items, replaced } = complete(loaded, loaded.root, offset);
    expect(replaced.start).toBeLessThanOrEqual(replaced.end);
    for (const { label, insert } of items) expect(label.length + insert.length).toBeGreaterThan(0);
  }
});

test("it is known whether the sentence is whole", () => {
  expect(at('standard s "S"\n  requires answered at least 95% ^').mayEnd).toBe(true);
  expect(at('standard s "S"\n  requires answered at least ^').mayEnd).toBe(false);
  expect(at('standard s "S"\n  requires answered\n  ^').mayEnd).toBe(false);
});
