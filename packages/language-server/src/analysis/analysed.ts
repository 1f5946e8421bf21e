/** What is understood of an agreement: its files as they were read, and the check of them once somebody asks. */
import { checkAgreement, type Diagnostic, type Loaded, type Model } from "@tenet-lang/language";
import type { Known } from "../documents/store.ts";

/** An agreement, or a library by itself, as far as it could be understood. Whoever only follows names does not wait for the check. */
export class Analysed {
  readonly root: Known;
  readonly loaded: Loaded;
  #checked: { readonly model: Model | null; readonly diagnostics: readonly Diagnostic[] } | null = null;

  constructor(root: Known, loaded: Loaded) {
    this.root = root;
    this.loaded = loaded;
  }

  /** Null where there is an error, or no agreement. */
  get model(): Model | null {
    return this.#check().model;
  }

  /** All that reading, loading and checking said, of all files; the same list whenever it is asked for. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#check().diagnostics;
  }

  /** Whether somebody has asked for the model or the diagnostics. */
  get isChecked(): boolean {
    return this.#checked !== null;
  }

  #check() {
    if (this.#checked !== null) return this.#checked;
    const { value, diagnostics } = checkAgreement(this.loaded);
    this.#checked = { model: value, diagnostics: [...this.loaded.diagnostics, ...diagnostics] };
    return this.#checked;
  }
}
