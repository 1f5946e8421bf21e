import { expect } from "vitest";
import { uriOf } from "../harness/client.ts";
import { type Marker, type Scene, shown, textOf } from "../harness/scene.ts";

interface Expected {
  readonly place: string;
  readonly code: string;
  readonly message: RegExp;
  /** Related places. */
  readonly related: readonly string[];
}

/**
 * `diag("text", CODE, "pattern", [place, …])`: this is said about the text on this line, and these places (named by
 * `loc`) are told with it. Whatever the server says of a file must be expected, and whatever is expected must be said;
 * the flag `unmarked-diagnostics` allows others beside.
 */
export const diag: Marker = {
  name: "diag",
  run: (scene, call) => {
    const [text, code, pattern, places] = call.args;
    const expected: Expected = {
      place: shown(uriOf(call.path), scene.rangeOf(call, text)),
      code: textOf(code),
      message: new RegExp(pattern === undefined ? "" : textOf(pattern)),
      related: (places?.kind === "list" ? places.items : []).map((item) => {
        const { uri, range } = scene.placeOf(call, item);
        return shown(uri, range);
      }),
    };
    scene.note("diag", expected);
  },
  finish: async (scene) => {
    const left = [...((scene.notes.get("diag") ?? []) as Expected[])];
    const unexpected: string[] = [];
    for (const said of await allSaid(scene)) {
      const index = left.findIndex(
        ({ place, code, message, related }) =>
          place === said.place &&
          code === said.code &&
          message.test(said.message) &&
          related.join() === said.related.join(),
      );
      if (index >= 0) left.splice(index, 1);
      else unexpected.push([said.place, said.code, said.message, ...said.related].join(" "));
    }
    const missing = left.map(({ place, code, message, related }) =>
      [place, code, message.source, ...related].join(" "),
    );
    const allowed = scene.flags.has("unmarked-diagnostics");
    expect({ missing, unexpected: allowed ? [] : unexpected }).toEqual({ missing: [], unexpected: [] });
  },
};

async function allSaid({ client, files }: Scene) {
  const said: { place: string; code: string; message: string; related: string[] }[] = [];
  for (const path of files.keys()) {
    if (!path.endsWith(".tenet")) continue;
    for (const { range, code, message, relatedInformation = [] } of await client.diagnostics(path)) {
      if (typeof message !== "string") throw new Error("a message is plain text");
      const related = relatedInformation.map(({ location }) => shown(location.uri, location.range));
      said.push({ place: shown(uriOf(path), range), code: String(code), message, related });
    }
  }
  return said;
}
