/** Every sentence of every declaration, as it reads. */
import { consequenceForms } from "./consequence-forms.ts";
import { dataForms } from "./data-forms.ts";
import { factForms } from "./fact-forms.ts";
import type { Form } from "./form.ts";
import { standardForms } from "./standard-forms.ts";

const forms: ReadonlyMap<string, readonly Form[]> = new Map(
  Object.entries({ ...dataForms, ...standardForms, ...consequenceForms, ...factForms }),
);

/** The sentences of a declaration, by its word. */
export function formsOf(word: string): readonly Form[] {
  return forms.get(word) ?? [];
}
