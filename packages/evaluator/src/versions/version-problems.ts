/** Why versions cannot be judged together (SPEC §4.8.2). */
import type { Bundle } from "../bundle/rule.ts";
import type { Problem } from "../judge/result.ts";

export function versionProblems(bundles: readonly Bundle[]): readonly Problem[] {
  const agreements = bundles.map(({ agreement }) => agreement);
  const [first] = agreements;
  if (first === undefined) throw new TypeError("no version is given");
  const year = ({ yearStarts }: typeof first): string => `${yearStarts.month}-${yearStarts.day}`;
  return [
    ...differing(
      "name",
      agreements.map(({ name }) => name),
    ),
    ...differing(
      "time zone",
      agreements.map(({ timeZone }) => timeZone),
    ),
    ...differing("`year starts on`", agreements.map(year)),
    ...repeated(
      "have the version",
      agreements.map(({ version }) => version),
    ),
    ...repeated(
      "begin on",
      agreements.map(({ effective }) => effective.from),
    ),
  ];
}

function differing(what: string, values: readonly string[]): readonly Problem[] {
  const other = values.find((value) => value !== values[0]);
  if (other === undefined) return [];
  return [problem(`the versions differ in their ${what}: \`${values[0]}\` and \`${other}\``)];
}

function repeated(what: string, values: readonly string[]): readonly Problem[] {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined ? [] : [problem(`two of the versions ${what} ${twice}`)];
}

function problem(message: string): Problem {
  return { code: "TEN4009", message };
}
