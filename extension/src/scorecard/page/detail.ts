/** Beside the table: why the chosen verdict came out as it did, and every period of its partner and standard. */
import { element } from "./dom.ts";
import type { Cell, Placed } from "./matrix.ts";
import { kindOf } from "./words.ts";

export interface DetailActs {
  choose(verdict: Placed): void;
  open(verdict: Placed, stay: boolean): void;
  explain(verdict: Placed): void;
}

/** The pane. */
export function detail(cell: Cell | null, chosen: Placed | null, acts: DetailActs): HTMLElement {
  const attributes = { "aria-label": "Details", "aria-live": "polite" };
  if (cell === null)
    return element(
      "aside",
      { attributes },
      element("p", { class: "quiet" }, "Choose a verdict to see its periods and reasons."),
    );
  return element(
    "aside",
    { attributes },
    element("h2", {}, cell.standard.label),
    element("p", { class: "quiet" }, `${cell.party} · ${cell.standard.name}`),
    chosen === null ? null : why(chosen, acts),
    periods(cell, chosen, acts),
  );
}

function periods({ verdicts }: Cell, chosen: Placed | null, { choose, open }: DetailActs): HTMLElement {
  const rows = [...verdicts].reverse().map((verdict) =>
    element(
      "tr",
      { class: verdict.index === chosen?.index ? "selected" : "" },
      element(
        "td",
        {},
        element(
          "button",
          {
            class: "link",
            attributes: { id: `period ${verdict.index}` },
            title: `${verdict.firstDay} to ${verdict.lastDay}: show the sentence`,
            on: {
              click: () => {
                choose(verdict);
                open(verdict, true);
              },
            },
          },
          verdict.period,
        ),
      ),
      element(
        "td",
        { class: `verdict ${verdict.verdict}` },
        `${kindOf(verdict.verdict).sign} ${kindOf(verdict.verdict).words}`,
      ),
      element("td", {}, verdict.value ?? ""),
      element("td", { class: "quiet" }, verdict.distance ?? ""),
    ),
  );
  const head = ["Period", "Verdict", "Value", "Distance"].map((name) =>
    element("th", { attributes: { scope: "col" } }, name),
  );
  return element(
    "table",
    { class: "periods" },
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}

function why(verdict: Placed, { open, explain }: DetailActs): HTMLElement {
  const { period, limit, reasons, soFar } = verdict;
  return element(
    "section",
    {},
    element("h3", {}, `Why, in ${period}`),
    limit === null ? null : element("p", { class: "limit" }, limit),
    soFar === null ? null : element("p", { class: "quiet" }, `So far: ${kindOf(soFar).words}`),
    element("ul", {}, ...reasons.map((reason) => element("li", {}, reason))),
    element(
      "p",
      { class: "buttons" },
      element("button", { on: { click: () => open(verdict, false) } }, "Go to the Sentence"),
      element("button", { class: "second", on: { click: () => explain(verdict) } }, "Explain"),
    ),
  );
}
