/** Agreements of the benchmarks, from their text. */
import type { Bundle } from "@tenet-lang/evaluator";
import { checkAgreement, compile, loadAgreement, loadHolidays, positionAt } from "@tenet-lang/language";

/** Compiles an agreement; a mistake in it is one of the benchmark. */
export async function bundleOf(text: string): Promise<Bundle> {
  const loaded = loadAgreement("bench.tenet", (path) => (path === "bench.tenet" ? text : null));
  const checked = checkAgreement(loaded);
  const compiled =
    checked.value === null ? null : compile(checked.value, { holidays: await loadHolidays(checked.value) });
  const said = [...loaded.diagnostics, ...checked.diagnostics, ...(compiled?.diagnostics ?? [])];
  if (compiled?.value) return compiled.value;
  const lines = said.map(({ file, span, message }) => `${positionAt(file, span.start).line}: ${message}`);
  throw new Error(`an agreement of the benchmarks does not compile\n${lines.join("\n")}`);
}
