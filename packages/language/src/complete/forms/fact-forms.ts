/** Sentences of what people state and deliver, and of what is shown. */
import type { Form } from "./form.ts";

const due: readonly Form[] = [
  ["DueSentence", "due within <10> days after each calendar <month|quarter|half year|year>"],
  ["DueSentence", "due on business day <8> after each calendar <month|quarter|half year|year>"],
  ["DueSentence", "due on day <8> after each calendar <month|quarter|half year|year>"],
];

const dueOnce: readonly Form[] = [
  ["DueSentence", "due within <14> days of <opened_on>"],
  ["DueSentence", "due on <2026-06-30>"],
];

const recorded: Form = ["Recorded", "recorded in <dataset> where <field> is given"];

export const factForms: Readonly<Record<string, readonly Form[]>> = {
  ramp_up: [
    ["Lasts", "lasts <6> <months|weeks|days|quarters|years> since <opened_on>"],
    ["UntilRows", "until <30> <dataset> since <opened_on>"],
    ["Suspends", "suspends <credit>"],
  ],
  attestation: [
    ["GivenBy", "given by <partner|brand>"],
    recorded,
    ["EvidenceKind", "evidence <document>"],
    ["ValidFor", "valid <12> <months|weeks|days|quarters|years>"],
    ["ValidUntil", "valid until <field>"],
    ...dueOnce,
  ],
  duty: [
    recorded,
    ...due,
    ...dueOnce,
    ["Delivers", 'delivers "<what>"'],
    ["DutyWhen", "when <standard> is <missed|met>"],
    ["IfMissed", "if missed <standard> counts as missed"],
  ],
  touchpoint: [
    ["Stage", "stage <stage>"],
    ["Channel", "channel <channel>"],
    ["RunBy", "run by partners"],
    ["RunBy", "run by partners where <field> is <value>"],
  ],
  report: [
    ["Shows", "shows <standards>"],
    ...due,
    ["ComparesWithPeers", "compares with peers when at least <5> peers"],
    ["HidesGroups", "hides groups under <10> rows"],
    ["HidesPersonal", "hides personal fields"],
  ],
};
