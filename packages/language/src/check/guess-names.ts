/** Names that cannot stand: the few that can, or another one for what has a name already. */

import type { Fix } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { type Around, type Guesses, innermost, ownSentence, writtenAt } from "./around.ts";
import { currencyCodes } from "./currencies.ts";
import { fieldsNamed, hasType } from "./guess-fields.ts";
import { adding, guess, writing } from "./offers.ts";
import { type Declared, declarationsOf, sentencesOf } from "./scope.ts";

/** More names are no help to choose from. */
const MOST_NAMES = 3;

export const nameGuesses: Guesses = {
  /** duplicate-name */
  TEN2003: anotherName,
  /** reserved-name */
  TEN2004: anotherName,
  /** duplicate-part */
  TEN2014: anotherName,
  /** unknown-currency: what the agreement settles in, or a slip of one letter */
  TEN2204: (around) => {
    const own = declarationsOf(around.scope, "Agreement").flatMap(({ node }) =>
      sentencesOf(node, "Currency"),
    );
    const near = didYouMean(writtenAt(around, around.span), currencyCodes);
    return among(around.span, [
      ...own.map(({ currency }) => currency.text),
      ...(near === null ? [] : [near]),
    ]);
  },
  /** text-operator: the member that the text is part of */
  TEN2207: (around) => {
    const comparison = innermost<ast.Comparison>(around, "Comparison");
    const [value] = comparison?.test.values ?? [];
    if (comparison === null || value?.kind !== "Text" || value.text === "") return [];
    const types = fieldsNamed(around, comparison.left.name.text).map(({ type }) => type);
    const members = types.flatMap((type) =>
      type.kind === "OneOfType" ? type.members.map(({ name }) => name.text) : [],
    );
    const found = members.filter((member) => member.includes(value.text.toLowerCase()));
    return among(
      comparison.test.span,
      found.map((member) => `is ${member}`),
    );
  },
  /** share-populations: rows of another dataset are counted per 100 */
  TEN2401: (around) => {
    const share = innermost<Extract<ast.MetricForm, { kind: "Share" }>>(around, "Share");
    if (share === null) return [];
    const { numerator, denominator } = share;
    const start = { start: share.span.start, end: numerator.span.start };
    const middle = { start: numerator.span.end, end: denominator.span.start };
    const title = `write \`rate of ${numerator.dataset.text} … per 100 ${denominator.dataset.text}\``;
    return [
      guess(
        title,
        { span: start, text: "rate of " },
        { span: middle, text: writtenAt(around, middle).replace(/out\s+of/, "per 100") },
      ),
    ];
  },
  /** metric-field: fields that can be added up */
  TEN2403: (around) => {
    const form = around.nodes.find((node) => "population" in node) as
      | Extract<ast.MetricForm, { population: ast.Population }>
      | undefined;
    return form === undefined
      ? []
      : among(around.span, fieldsWith(around, form.population.dataset.text, "number", "duration", "money"));
  },
  /** nested-mean: what the other averages */
  TEN2409: ({ span, scope, file }) => {
    const part = scope.names.get(file.text.slice(span.start, span.end));
    const form = part?.node.kind === "Metric" ? part.node.form : null;
    return form?.kind === "PeriodMean" ? [writing(span, form.metric.text)] : [];
  },
  /** latest-dataset: the window counts what the metric reads */
  TEN2509: (around) => {
    const windows = around.own.node.sentences.flatMap((sentence) =>
      sentence.kind === "Measured" && sentence.window.kind === "LatestRows" ? [sentence.window] : [],
    );
    const [read] = datasetsRead(around, writtenAt(around, around.span));
    return read === undefined ? [] : windows.map(({ dataset }) => writing(dataset.span, read));
  },
  /** tolerance */
  TEN2511: (around) => among(around.span, limitedIn(around.own)),
  /** needs-counts: the rows that the metric reads */
  TEN2514: (around) => among(around.span, datasetsRead(around, writtenAt(around, around.span))),
  /** latest-counts */
  TEN2520: (around) => among(around.span, datasetsRead(around, writtenAt(around, around.span))),
  /** amendment-limit */
  TEN2604: ({ own, span, scope }) =>
    own.node.kind === "Amendment" ? among(span, limitedIn(scope.names.get(own.node.standard.text))) : [],
  /** trigger: a log needs its key */
  TEN2822: ({ own, scope, nodes }) => {
    const isChange = nodes.some((node) => node.kind === "Becomes");
    if (own.node.kind !== "Clock" || own.node.by !== null || !isChange) return [];
    const { headSpan, on } = own.node;
    const keys = fieldsWith({ scope }, on.text, "text");
    return keys.slice(0, MOST_NAMES).map((key) => adding(headSpan, `by ${key}`));
  },
  /** event-needs-standard */
  TEN2834: onStandard,
  /** always-given */
  TEN2857: (around) => {
    const sentence = ownSentence(around);
    if (sentence?.kind !== "Gives" || sentence.when !== null) return [];
    return standards(around).map((name) => adding(sentence.span, `when ${name} is missed`));
  },
  /** forgives-nothing */
  TEN2858: onStandard,
  /** below-limit */
  TEN2859: onStandard,
  /** band-metric */
  TEN2866: ({ own, span, scope }) =>
    own.node.kind === "Points" ? among(span, limitedIn(scope.names.get(own.node.on.text))) : [],
};

/** One of a few names; of many, none is likelier than another. */
function among(span: Span, names: readonly string[]): readonly Fix[] {
  const different = [...new Set(names)];
  return different.length > MOST_NAMES ? [] : different.map((name) => writing(span, name));
}

/** The first name with a number behind it that nothing has. */
function anotherName(around: Around): readonly Fix[] {
  const name = writtenAt(around, around.span);
  const parts = around.own.node.sentences.flatMap((one) =>
    "name" in one && one.name !== null ? [one.name.text] : [],
  );
  const isTaken = (text: string): boolean => around.scope.names.has(text) || parts.includes(text);
  let number = 2;
  while (isTaken(`${name}_${number}`)) number += 1;
  return [writing(around.span, `${name}_${number}`)];
}

function fieldsWith(
  { scope }: Pick<Around, "scope">,
  dataset: string,
  ...types: readonly Parameters<typeof hasType>[1][]
): readonly string[] {
  const declared = scope.names.get(dataset);
  if (declared?.node.kind !== "Dataset") return [];
  return sentencesOf(declared.node, "Field")
    .filter((field) => types.some((type) => hasType(field, type)))
    .map(({ name }) => name.text);
}

/** The datasets whose rows a metric reads, as far as its own declaration names them. */
function datasetsRead({ scope }: Around, metric: string): readonly string[] {
  const declared = scope.names.get(metric);
  if (declared?.node.kind !== "Metric") return [];
  const { form } = declared.node;
  if ("population" in form) return [form.population.dataset.text];
  return "numerator" in form && form.numerator.kind === "Population" ? [form.numerator.dataset.text] : [];
}

/** The metrics on which a standard sets limits. */
function limitedIn(declared: Declared | undefined): readonly string[] {
  if (declared?.node.kind !== "Standard") return [];
  return sentencesOf(declared.node, "Requires").flatMap(({ limits }) =>
    limits.map(({ metric }) => metric.text),
  );
}

/** The standards that there are, if they are few. */
function standards({ scope }: Around): readonly string[] {
  const names = declarationsOf(scope, "Standard").map(({ node }) => node.name.text);
  return names.length > MOST_NAMES ? [] : names;
}

function onStandard(around: Around): readonly Fix[] {
  const { node } = around.own;
  if (!("on" in node) || node.on !== null) return [];
  return standards(around).map((name) => adding(node.headSpan, `on ${name}`));
}
