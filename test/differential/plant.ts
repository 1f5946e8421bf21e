/** How mistakes are planted: in the checked model before it is compiled, in the bundle, or in the rows. */
import type { Bundle } from "@tenet-lang/evaluator";
import { compile, type Model } from "@tenet-lang/language";
import type { Run } from "./cases.ts";
import { fewHolidays } from "./openings-text.ts";

/** What the runtime is given instead; null where the mistake cannot show in this agreement. */
export interface Planted {
  readonly bundle: Bundle;
  readonly run: Run;
}

export interface Mistake {
  readonly name: string;
  readonly plant: (model: Model, bundle: Bundle, run: Run) => Planted;
}

/** A mistake in the model: it is compiled again, once; where that changes nothing, the bundle stays the one it was. */
export const inModel = (name: string, change: (model: Model) => Model): Mistake => {
  const compiled = new WeakMap<Model, Bundle>();
  return {
    name,
    plant(model, bundle, run) {
      const again = compiled.get(model) ?? compile(change(model), { holidays: fewHolidays }).value ?? bundle;
      compiled.set(model, again);
      return { bundle: again.fingerprint === bundle.fingerprint ? bundle : again, run };
    },
  };
};

export const inBundle = (name: string, change: (bundle: Bundle) => Bundle): Mistake => ({
  name,
  plant: (_, bundle, run) => ({ bundle: change(bundle), run }),
});

export const inRun = (name: string, change: (run: Run) => Run): Mistake => ({
  name,
  plant: (_, bundle, run) => ({ bundle, run: change(run) }),
});
