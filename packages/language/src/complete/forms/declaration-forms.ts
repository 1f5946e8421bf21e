/** Whole declarations, as they read: the head and the sentences that must stand. */

/** The declaration word, and the text with holes. */
export type DeclarationForm = readonly [word: string, text: string];

export const declarationForms: readonly DeclarationForm[] = [
  [
    "agreement",
    `agreement <name> "<What it is about>"
  version <1.0.0>
  effective from <2026-01-01> until <2026-12-31>
  time zone "<Europe/Paris>"`,
  ],
  ["uses", 'uses "<shared.tenet>"'],
  [
    "partners",
    `partners from "<partners.csv>" key <partner_id>
  field <partner_id> text`,
  ],
  [
    "dataset",
    `dataset <name> from "<file.csv>" one row per <id>
  partner <partner_id>
  dated <happened_on>
  field <id> text
  field <partner_id> text
  field <happened_on> date`,
  ],
  ["metric", "metric <name> percent of <dataset> where <field> is <value> out of <dataset>"],
  [
    "standard",
    `standard <name> "<What is promised>"
  requires <metric> at least <95%>
  measured each calendar <month|week|quarter|year>
  needs at least <30> <dataset> otherwise <not_enough_data|met|missed>`,
  ],
  [
    "calendar",
    `calendar <name>
  open <monday> to <friday> <09:00> to <17:00>`,
  ],
  [
    "clock",
    `clock <name> on <dataset> by <key>
  starts when <state> becomes <opened>
  stops when <state> becomes <closed>
  dated <started_at|due_at|stopped_at>
  due within <2> business days`,
  ],
  [
    "exclusion",
    `exclusion <name>
  removes <dataset> where <field> is given`,
  ],
  [
    "amendment",
    `amendment <name> to <standard> for partner "<P1>"
  effective from <2026-06-01> until <2026-08-31>
  changes limit of <metric> to at least <90%>
  because "<reason>"`,
  ],
  [
    "credit",
    `credit <name>
  puts <10%> of <base> at risk each calendar <month|quarter|year>
  weight <100%> to <standard> when missed`,
  ],
  [
    "bonus",
    `bonus <name> on <standard>
  gives <50> EUR`,
  ],
  [
    "points",
    `points <name> on <standard>
  gives <0> points when <metric> at least <97%>
  gives <5> points otherwise`,
  ],
  [
    "escalation",
    `escalation <name> on <standard>
  step <letter> when missed <2> times in rolling <3> months`,
  ],
  [
    "ratchet",
    `ratchet <name> on <standard>
  when met <12> months in a row
  raises limit to halfway between limit and average`,
  ],
  [
    "scorecard",
    `scorecard <name>
  weight <100%> to <metric> scaled from <80%> to <100%>
  measured each calendar <month|quarter|year>`,
  ],
  [
    "tiers",
    `tiers <name>
  level <gold> when <scorecard> at least <90>
  level <silver> otherwise
  assessed at the end of each calendar <half year|quarter|year>`,
  ],
  [
    "ramp_up",
    `ramp_up <name>
  lasts <6> <months|weeks|days> since <opened_on>`,
  ],
  [
    "attestation",
    `attestation <name> "<What is stated>"
  given by <partner|brand>
  recorded in <dataset>`,
  ],
  [
    "duty",
    `duty <name> by <partner|brand>
  recorded in <dataset>
  due within <10> days after each calendar <month|quarter|year>`,
  ],
  [
    "touchpoint",
    `touchpoint <name>
  stage <stage>
  channel <channel>`,
  ],
  [
    "report",
    `report <name> for <partner|brand>
  shows <standards>`,
  ],
  [
    "test",
    `test <name> "<What is shown>"
  given <dataset> for "<P1>" in <2026-01>
  | rows |
  | <10> |
  expect <standard> for "<P1>" in <2026-01> is <met|missed|not_enough_data>`,
  ],
];
