/** What the scorecard's page and the extension say to each other. A verdict is named by its place in the scorecard. */
import type { Scorecard } from "@tenet-lang/language-server/requests";

export type ToPage = { readonly kind: "scorecard"; readonly card: Scorecard } | { readonly kind: "busy" };

export type FromPage =
  | { readonly kind: "ready" }
  | { readonly kind: "refresh" }
  /** Shows the sentence that a verdict turned on; `stay` leaves the keyboard with the page. */
  | { readonly kind: "open"; readonly verdict: number; readonly stay: boolean }
  | { readonly kind: "explain"; readonly verdict: number };

/** What a page may send, checked: it is text from another world. */
export function messageFrom(value: unknown): FromPage | null {
  if (typeof value !== "object" || value === null || !("kind" in value)) return null;
  if (value.kind === "ready" || value.kind === "refresh") return { kind: value.kind };
  if (!("verdict" in value) || typeof value.verdict !== "number") return null;
  const { verdict } = value;
  if (value.kind === "explain") return { kind: "explain", verdict };
  return value.kind === "open"
    ? { kind: "open", verdict, stay: "stay" in value && value.stay === true }
    : null;
}
