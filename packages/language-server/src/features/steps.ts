/** Runs one test of a file and retraces it: the sentences that were read for each thing that it expects. */
import { type Bundle, localWords, parseInstant, zoneClock } from "@tenet-lang/evaluator";
import { type Model, runTests, type Tried } from "@tenet-lang/language";
import type { Location } from "vscode-languageserver";
import type { ModelContext } from "../analysis/phase.ts";
import { locationOf, pathBeside } from "../data/origins.ts";
import { rangeOf } from "../protocol/positions.ts";
import type { ExpectationSteps, StepsParams, TestSteps } from "../protocol/requests-tests.ts";
import { type Place, type Retraced, retrace, type Sentences } from "../steps/steps.ts";
import { feature } from "./feature.ts";
import { obstacleOf, ranTest, samplesOf, testsOfFile } from "./run-tests.ts";

export const stepsOfTest = feature<"model", StepsParams, TestSteps>({
  method: "tenet/steps",
  needs: "model",
  otherwise: nothingRun("the file is not known"),
  capabilities: {},
  answer: async (context, { name }) => {
    const { analysed, analysis } = context;
    const { bundle } = await analysis.compiled(analysed);
    const { model } = analysed;
    if (!context.isTrusted) return nothingRun("tests run only in folders that you trust");
    if (model === null || bundle === null) return nothingRun(obstacleOf(context));
    if (!testsOfFile(context, model).includes(name))
      return nothingRun(`there is no test \`${name}\` in this file`);
    return retraced(context, model, bundle, name);
  },
});

function nothingRun(obstacle: string): TestSteps {
  return { obstacle, label: "", location: null, readUpTo: "", outcome: null, expectations: [] };
}

async function retraced(
  context: ModelContext,
  model: Model,
  bundle: Bundle,
  name: string,
): Promise<TestSteps> {
  const { analysed, uriOf } = context;
  const only = new Set([name]);
  const samples = await samplesOf(context, model, only);
  const tried: Tried[] = [];
  const report = runTests(model, bundle, (path) => samples.get(path) ?? null, {
    only,
    onTried: (one) => tried.push(one),
  });
  const [result] = report.tests;
  if (result === undefined) return nothingRun(`there is no test \`${name}\` in this file`);
  const clock = zoneClock(bundle.zone);
  const local = (instant: string): string => localWords(parseInstant(instant) ?? 0, { bundle, clock });
  const pathOf = (file: string): string | null => pathBeside(analysed, file);
  const sentences: Sentences = { files: analysed.loaded.files, pathOf, local };
  return {
    obstacle: null,
    label: result.label,
    location: locationOf(analysed, result.origin, uriOf),
    readUpTo: local(result.asOf),
    outcome: ranTest(context, result),
    expectations: tried.flatMap((one) => placed(context, retrace(one, model, sentences))),
  };
}

/** Spans become ranges of the client's files. */
function placed({ uriOf }: ModelContext, { title, place, steps }: Retraced): readonly ExpectationSteps[] {
  const location = ({ file, span }: Place): Location => ({ uri: uriOf(file), range: rangeOf(file, span) });
  const all = steps.map(({ place: at, ...step }) => ({ location: location(at), ...step }));
  const own = place ?? steps.at(-1)?.place;
  return own === undefined ? [] : [{ title, location: location(own), steps: all }];
}
