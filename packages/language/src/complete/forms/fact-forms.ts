/** Sentences of what people state and deliver, and of what is shown. */
import type { Form } from "./form.ts";

const due: readonly Form[] = [
  [
    "DueSentence",
    "due within <10> days after each calendar <month|quarter|half year|year>",
    "Says by when something is due after each span.",
  ],
  [
    "DueSentence",
    "due on business day <8> after each calendar <month|quarter|half year|year>",
    "Says on which opening day something is due after each span.",
  ],
  [
    "DueSentence",
    "due on day <8> after each calendar <month|quarter|half year|year>",
    "Says on which day something is due after each span.",
  ],
];

const dueOnce: readonly Form[] = [
  [
    "DueSentence",
    "due within <14> days of <opened_on>",
    "Says by when something is due after a date of the partner.",
  ],
  ["DueSentence", "due on <2026-06-30>", "Says on which day something is due."],
];

const recorded: Form = [
  "Recorded",
  "recorded in <dataset> where <field> is given",
  "Names the rows that prove it.",
];

export const factForms: Readonly<Record<string, readonly Form[]>> = {
  ramp_up: [
    [
      "Lasts",
      "lasts <6> <months|weeks|days|quarters|years> since <opened_on>",
      "Says how long a new partner is given time.",
    ],
    [
      "UntilRows",
      "until <30> <dataset> since <opened_on>",
      "Gives a new partner time until it has so many rows.",
    ],
    ["Suspends", "suspends <credit>", "Lets verdicts stand, and suspends what follows from them."],
  ],
  attestation: [
    ["GivenBy", "given by <partner|brand>", "Says who states the fact."],
    recorded,
    ["EvidenceKind", "evidence <document>", "Says what proves it; it decides nothing."],
    ["ValidFor", "valid <12> <months|weeks|days|quarters|years>", "Says how long a record holds."],
    ["ValidUntil", "valid until <field>", "Names the field that says how long a record holds."],
    ...dueOnce,
  ],
  duty: [
    recorded,
    ...due,
    ...dueOnce,
    ["Delivers", 'delivers "<what>"', "Says what is delivered; it decides nothing."],
    ["DutyWhen", "when <standard> is <missed|met>", "Asks for it only where the condition is true."],
    [
      "IfMissed",
      "if missed <standard> counts as missed",
      "Lets a missed duty count as a miss of a standard.",
    ],
  ],
  touchpoint: [
    ["Stage", "stage <stage>", "Names the stage of the journey; it decides nothing."],
    ["Channel", "channel <channel>", "Names the channel; it decides nothing."],
    ["RunBy", "run by partners", "Says that partners run it; without the sentence the brand does."],
    ["RunBy", "run by partners where <field> is <value>", "Says which partners run it."],
  ],
  report: [
    ["Shows", "shows <standards>", "Lists what is in the report."],
    ...due,
    [
      "ComparesWithPeers",
      "compares with peers when at least <5> peers",
      "Shows how peers do, where there are enough of them.",
    ],
    ["HidesGroups", "hides groups under <10> rows", "Shows no group that is so small."],
    ["HidesPersonal", "hides personal fields", "Shows nothing of fields that are personal."],
  ],
};
