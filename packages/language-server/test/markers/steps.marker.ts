import type { ExpectationSteps, TestSteps } from "../../src/protocol/requests-tests.ts";
import { root } from "../harness/client.ts";
import { expectAt, type Marker, type Scene, textOf } from "../harness/scene.ts";

/**
 * `retraced("name", golden)`: how a test came to what it found. For each expectation its title, then each sentence that
 * was read: the words that it covers, what is said of it, the word beside it, and what is known there (`:`), or
 * from there on (`=`).
 */
export const retraced: Marker = {
  name: "retraced",
  run: async (scene, call) => {
    const name = textOf(call.args[0]);
    const answer = await scene.client.ask<TestSteps>("tenet/steps", call.path, { name });
    expectAt(call, answer.obstacle).toBeNull();
    expectAt(call, answer.expectations.flatMap((one) => linesOf(scene, one)).join("\n")).toBe(
      (scene.golden.get(textOf(call.args[1])) ?? "").trimEnd(),
    );
  },
};

function linesOf(scene: Scene, { title, location, steps }: ExpectationSteps): readonly string[] {
  return [
    `${title}, at \`${wordsAt(scene, location)}\``,
    ...steps.flatMap(({ location: at, says, short, values }) => [
      `  ${wordsAt(scene, at)}`,
      `    ${says} [${short}]`,
      ...values.map(({ name, value, lasts }) => `      ${name}${lasts ? " =" : ":"} ${value}`),
    ]),
  ];
}

/** What stands there, on one line. */
function wordsAt({ files }: Scene, { uri, range: { start, end } }: ExpectationSteps["location"]): string {
  const lines = (files.get(uri.slice(`${root}/`.length)) ?? "").split("\n");
  const covered = lines.slice(start.line, end.line + 1);
  const text = covered.map((line, at) => {
    const isLast = at === covered.length - 1;
    return line.slice(at === 0 ? start.character : 0, isLast ? end.character : undefined).trim();
  });
  return text.join(" ");
}
