import { describe, expect, it } from "vitest";
import { mutableSample, sampleBundle } from "../../../../test/support/sample-bundle.ts";
import { fingerprintOf, readBundle } from "./bundle.ts";

/** Per case two lines: a change of the sample (`gone` takes a key away), and the start of what is said about it. */
const wrongShapes = String.raw`
extra = 1
  extra: is not a key of a bundle
metrics[0].form.numerator.limit = 1
  metrics[0].form.numerator.limit: is not a key of a bundle
zone["a\nb"] = 1
  zone["a\nb"]: is not a key of a bundle
zone = gone
  zone: is missing
schema = "tenet.bundle/2"
  schema: must be ´tenet.bundle/1´
agreement.label = 3
  agreement.label: must be text
metrics[1].form.kind = "guess"
  metrics[1].form.kind: must be one of
rules[0].conditions.all[0].operator = "equal"
  rules[0].conditions.all[0].operator: must be one of ´strict:is´
rules[6].conditions.all[0].any[1].operator = "in"
  rules[6].conditions.all[0].any[1].operator: must be one of ´strict:is´
rules[0].conditions.all = []
  rules[0].conditions.all: must hold at least 1 item
rules[6].conditions.all[0].any = []
  rules[6].conditions.all[0].any: must hold at least 1 item
rules[0].conditions = {}
  rules[0].conditions.all: is missing
rules[0].conditions.any = []
  rules[0].conditions.any: is not a key of a bundle
rules[5].conditions.all[0].not.any = []
  rules[5].conditions.all[0].not.any: is not a key of a bundle
rules[1].conditions.all[0].value = 0.95
  rules[1].conditions.all[0].value: must be an object
rules[1].conditions.all[0].value.numerator = "0.5"
  rules[1].conditions.all[0].value.numerator: is not written as it must be
rules[1].conditions.all[0].value.numerator = "01"
  rules[1].conditions.all[0].value.numerator: is not written as it must be
rules[1].conditions.all[0].value.numerator = "-0"
  rules[1].conditions.all[0].value.numerator: is not written as it must be
rules[1].conditions.all[0].value.denominator = "0"
  rules[1].conditions.all[0].value.denominator: is not written as it must be
rules[1].conditions.all[0].value.denominator = "-1"
  rules[1].conditions.all[0].value.denominator: is not written as it must be
rules[1].conditions.all[0].value.numerator = "999999999999999999999999999999999999999"
  rules[1].conditions.all[0].value.numerator: is not written as it must be
metrics[0].form.numerator.where.of = []
  metrics[0].form.numerator.where.of: must hold at least 1 item
agreement.effective.until = "2026-02-30"
  agreement.effective.until: must be a date, as ´2026-01-31´
metrics[0].name = "in 60"
  metrics[0].name: is not written as it must be
rules[0].name = "success"
  rules[0].name: is not written as it must be
standards[1].requires[0].alternatives[0].rows[0].comparison.operator = "best"
  standards[1].requires[0].alternatives[0].rows[0].comparison.operator: must be one of
standards[2].confidence.percent = 96
  standards[2].confidence.percent: must be one of ´80´, ´90´, ´95´, ´99´
rampUps[1].runs.length.kind = "elapsed"
  rampUps[1].runs.length.kind: must be ´civil´
rampUps[1].label = gone
  rampUps[1].label: is missing
attestations[0].evidence = ""
  attestations[0].evidence: must have at least 1 character
duties[0].due.kind = "soon"
  duties[0].due.kind: must be one of
duties[0].when.decision = "lists"
  duties[0].when.decision: is not written as it must be
credits[0].kind = "fine"
  credits[0].kind: must be one of ´credit´, ´bonus´
credits[0].currency = "euro"
  credits[0].currency: is not written as it must be
credits[1].forgives.misses = 0
  credits[1].forgives.misses: must be at least 1
credits[0].pays = 1
  credits[0].pays: is not a key of a bundle
bonuses[0].gives[1].times.unit = "month"
  bonuses[0].gives[1].times.unit: must be one of
points[0].bands = []
  points[0].bands: must hold at least 1 item
escalations[0].steps[0].condition.event.count.spans = 0
  escalations[0].steps[0].condition.event.count.spans: must be at least 1
ratchets[0].raises = "up"
  ratchets[0].raises: must be one of ´higher´, ´lower´
scorecards[0].window = {"kind":"partner_year","from":"since"}
  scorecards[0].window.kind: must be one of
tiers[0].levels[0].when = {"all":[]}
  tiers[0].levels[0].when: must be text
touchpoints[0].runBy.kind = "nobody"
  touchpoints[0].runBy.kind: must be one of
reports[0].shows[0] = "money"
  reports[0].shows[0]: must be one of
reports[0].due.kind = "on"
  reports[0].due.kind: must be ´after´
reports = gone
  reports: is missing
zone.offset[0] = 86400
  zone.offset[0]: must be less than 86400
standards[0].needs.rows[0].atLeast = 1.5
  standards[0].needs.rows[0].atLeast: must be a whole number
standards[0].needs.rows[0].atLeast = -1
  standards[0].needs.rows[0].atLeast: must be at least 0
`;

const wrongReferences = `
exclusions[0].name = "nps"
  exclusions[0].name: ´nps´ is declared twice
rules[10] = the value of rules[0]
  rules[10].name: ´urgent/scope 1´ is declared twice
rules[0].event.type = "urgent/gate 1"
  rules[0].event.type: must repeat the rule's name
standards[0].scope[0] = "urgent/scope 2"
  standards[0].scope[0]: no rule is named ´urgent/scope 2´
standards[0].gates[0] = "x/y"
  standards[0].gates[0]: no rule is named ´x/y´
standards[0].requires[0].alternatives[0].rows[0].applies = "x/y"
  standards[0].requires[0].alternatives[0].rows[0].applies: no rule is named ´x/y´
standards[0].requires[0].alternatives[0].rows[1].met = "x/y"
  standards[0].requires[0].alternatives[0].rows[1].met: no rule is named ´x/y´
standards[0].requires[0].alternatives[0].rows[1].missed = "x/y"
  standards[0].requires[0].alternatives[0].rows[1].missed: no rule is named ´x/y´
standards[0].warnings[0].rule = "x/y"
  standards[0].warnings[0].rule: no rule is named ´x/y´
standards[0].needs.rows[0].enough = "x/y"
  standards[0].needs.rows[0].enough: no rule is named ´x/y´
standards[0].needs.rows[0].applies = "x/y"
  standards[0].needs.rows[0].applies: no rule is named ´x/y´
standards[0].measured[0].when = "x/y"
  standards[0].measured[0].when: no rule is named ´x/y´
standards[0].measured[0].when = "urgent/gate 1"
  standards[0].measured[0].when: the last line alone has no condition
standards[0].measured[1] = the value of standards[0].measured[0]
  standards[0].measured[0].when: the last line alone has no condition
standards[0].measured[0].window.population.dataset = "gone"
  standards[0].measured[0].window.population.dataset: no dataset is named ´gone´
standards[0].measured[0].metrics[0] = "gone"
  standards[0].measured[0].metrics[0]: no metric is named ´gone´
standards[0].gateMetrics[0] = "gone"
  standards[0].gateMetrics[0]: no metric is named ´gone´
standards[0].warningMetrics[0] = "gone"
  standards[0].warningMetrics[0]: no metric is named ´gone´
standards[0].assessed = null
  standards[0].assessed: a rolling or latest window needs the days on which it is assessed
standards[0].requires[0].alternatives[0].metric = "gone"
  standards[0].requires[0].alternatives[0].metric: no metric is named ´gone´
standards[0].requires[0].alternatives[0].tolerates.metric = "gone"
  standards[0].requires[0].alternatives[0].tolerates.metric: no metric is named ´gone´
standards[0].requires[0].alternatives[0].group = "gone"
  standards[0].requires[0].alternatives[0].group: dataset ´calls´ has no field ´gone´
standards[0].requires[0].alternatives[0].rows[0].amendment = "gone"
  standards[0].requires[0].alternatives[0].rows[0].amendment: no amendment is named ´gone´
standards[0].requires[0].alternatives[0].rows[0].comparison.operator = "between"
  standards[0].requires[0].alternatives[0].rows[0].comparison.values: ´between´ does not compare with 1 values
standards[0].needs.counts.name = "gone"
  standards[0].needs.counts.name: no dataset is named ´gone´
standards[0].needs.counts = {"kind":"metric","name":"calls"}
  standards[0].needs.counts.name: no metric is named ´calls´
standards[0].excluding[0] = "gone"
  standards[0].excluding[0]: no exclusion is named ´gone´
metrics[1].form.population.dataset = "gone"
  metrics[1].form.population.dataset: no dataset is named ´gone´
metrics[0].form.denominator.dataset = "feedback"
  metrics[0].form.denominator.dataset: a share is of rows of one dataset
metrics[3].form.field = "gone"
  metrics[3].form.field: dataset ´calls´ has no field ´gone´
metrics[4].form.percent.numerator = "101"
  metrics[4].form.percent: must be above 0% and at most 100%
metrics[4].form.percent.numerator = "0"
  metrics[4].form.percent: must be above 0% and at most 100%
metrics[7].form.numerator = "gone"
  metrics[7].form.numerator: no metric is named ´gone´
metrics[7].form.denominator = "gone"
  metrics[7].form.denominator: no metric is named ´gone´
metrics[8].form.metric = "gone"
  metrics[8].form.metric: no metric is named ´gone´
metrics[8].form.metric = "monthly"
  metrics[8].form: metric ´monthly´ is made of itself
metrics[8].form = {"kind":"ratio","numerator":"in_60","denominator":"monthly"}
  metrics[8].form: metric ´monthly´ is made of itself
metrics[1].dated = "outcome"
  metrics[1].dated: field ´outcome´ holds no date
metrics[1].countsAtMost = {"rows":8,"per":"gone"}
  metrics[1].countsAtMost.per: dataset ´calls´ has no field ´gone´
metrics[0].form.numerator.where.of[0].left.name = "gone"
  metrics[0].form.numerator.where.of[0].left.name: dataset ´calls´ has no field ´gone´
metrics[0].form.numerator.where.of[0].left.kind = "metric"
  metrics[0].form.numerator.where.of[0].left: a metric is not read row by row
metrics[0].form.numerator.where.of[1].of[0].of.left.name = "gone"
  metrics[0].form.numerator.where.of[1].of[0].of.left.name: dataset ´calls´ has no field ´gone´
metrics[0].form.numerator.where.of[1].of[1].left.name = "booked_on"
  metrics[0].form.numerator.where.of[1].of[1].left.name: field ´booked_on´ is no timestamp
metrics[0].form.numerator.where.of[0].left = {"kind":"partner","name":"gone"}
  metrics[0].form.numerator.where.of[0].left.name: no field of the partners is named ´gone´
metrics[0].form.numerator.where.of[0].right[0] = {"kind":"text","text":"answered"}
  metrics[0].form.numerator.where.of[0].right[0]: a value of kind ´text´ is not compared with one of type ´one_of´
metrics[0].form.numerator.where.of[0].right[0].name = "gone"
  metrics[0].form.numerator.where.of[0].right[0]: a value of kind ´member´ is not compared with one of type ´one_of´
metrics[0].form.numerator.where.of[0].right[0] = {"kind":"number","value":{"numerator":"1","denominator":"1"}}
  metrics[0].form.numerator.where.of[0].right[0]: a value of kind ´number´ is not compared with one of type ´one_of´
metrics[0].form.numerator.where.of[1].of[1].right[0] = {"kind":"instant","instant":"2026-01-01T00:00:00Z"}
  metrics[0].form.numerator.where.of[1].of[1].right[0]: a value of kind ´instant´ is not compared with one of type ´date´
metrics[0].form.numerator.where.of[0].right[0] = {"kind":"field","name":"gone","civil":false}
  metrics[0].form.numerator.where.of[0].right[0].name: dataset ´calls´ has no field ´gone´
metrics[0].form.numerator.where.of[0].right = []
  metrics[0].form.numerator.where.of[0].right: ´is´ does not compare with 0 values
metrics[0].form.numerator.where.of[0].operator = "is_given"
  metrics[0].form.numerator.where.of[0].right: ´is_given´ does not compare with 1 values
metrics[0].form.numerator.where.of[0].operator = "between"
  metrics[0].form.numerator.where.of[0].right: ´between´ does not compare with 1 values
metrics[0].form.numerator.where.of[1].of[2].key = "outcome"
  metrics[0].form.numerator.where.of[1].of[2].key: dataset ´feedback´ has no field ´outcome´
metrics[0].form.numerator.where.of[1].of[2].dataset = "gone"
  metrics[0].form.numerator.where.of[1].of[2].dataset: no dataset is named ´gone´
metrics[0].form.numerator.where.of[1].of[2].within.after = "outcome"
  metrics[0].form.numerator.where.of[1].of[2].within.after: field ´outcome´ holds no date
metrics[0].form.numerator.where.of[1].of[2].where.left.name = "wait"
  metrics[0].form.numerator.where.of[1].of[2].where.left.name: dataset ´feedback´ has no field ´wait´
datasets[1].dated = null
  metrics[0].form.numerator.where.of[1].of[2].within: dataset ´feedback´ has no date
datasets[0].key = "gone"
  datasets[0].key: dataset ´calls´ has no field ´gone´
datasets[0].partner.field = "gone"
  datasets[0].partner.field: dataset ´calls´ has no field ´gone´
datasets[1].partner.dataset = "gone"
  datasets[1].partner.dataset: no dataset is named ´gone´
datasets[1].partner.key = "outcome"
  datasets[1].partner.key: dataset ´feedback´ has no field ´outcome´
datasets[1].dated.field = "outcome"
  datasets[1].dated.field: field ´outcome´ holds no date
datasets[0].dated.field = "wait"
  datasets[0].dated.field: field ´wait´ holds no date
datasets[0].dated.then = "gone"
  datasets[0].dated.then: dataset ´calls´ has no field ´gone´
datasets[1].keepsLatest.per = "gone"
  datasets[1].keepsLatest.per: dataset ´feedback´ has no field ´gone´
datasets[1].keepsLatest.by = "gone"
  datasets[1].keepsLatest.by: dataset ´feedback´ has no field ´gone´
datasets[1].keepsLatest.then = "gone"
  datasets[1].keepsLatest.then: dataset ´feedback´ has no field ´gone´
datasets[0].valid = {"from":"booked_on","until":"wait"}
  datasets[0].valid.until: field ´wait´ holds no date
datasets[0].valid = {"from":"gone","until":"booked_on"}
  datasets[0].valid.from: dataset ´calls´ has no field ´gone´
datasets[1].fields[2] = the value of datasets[1].fields[1]
  datasets[1].fields[2].name: ´stars´ is declared twice
datasets[0].fields[5].type.members[1] = the value of datasets[0].fields[5].type.members[0]
  datasets[0].fields[5].type.members[1].name: ´answered´ is declared twice
datasets[0].fields[9].type.of[1] = "call_id"
  datasets[0].fields[9].type.of[1]: no number field is named ´call_id´
datasets[0].fields[10].type.from = "call_id"
  datasets[0].fields[10].type.from: no date field is named ´call_id´
datasets[0].fields[9].columns = ["score"]
  datasets[0].fields[9].columns: a field of type ´total´ is not read from 1 columns
datasets[0].fields[0].columns = ["a","b"]
  datasets[0].fields[0].columns: a field of type ´text´ is not read from 2 columns
datasets[0].fields[0].columns = []
  datasets[0].fields[0].columns: a field of type ´text´ is not read from 0 columns
partners.key = "gone"
  partners.key: no field of the partners is named ´gone´
partners.active.from = "kind"
  partners.active.from: field ´kind´ holds no date
partners.active.until = "gone"
  partners.active.until: no field of the partners is named ´gone´
exclusions[0].affected.by = "gone"
  exclusions[0].affected.by: dataset ´calls´ has no field ´gone´
exclusions[0].removes.dataset = "gone"
  exclusions[0].removes.dataset: no dataset is named ´gone´
exclusions[0].recorded.dataset = "gone"
  exclusions[0].recorded.dataset: no dataset is named ´gone´
amendments[0].standard = "gone"
  amendments[0].standard: no standard is named ´gone´
amendments[0].metric = "gone"
  amendments[0].metric: no metric is named ´gone´
amendments[0].until = "2026-10-31"
  amendments[0].until: is before its first day
agreement.effective.until = "2025-12-31"
  agreement.effective.until: is before the agreement's first day
zone.zone = "Europe/London"
  zone.zone: is not the agreement's time zone
zone.through = "2026-06-30"
  zone.through: is before the agreement's last day
zone.from[1] = 1761440400
  zone.from[1]: must be later than the instant before it
zone.from = [1]
  zone.offset: must hold one offset for each instant of ´zone.from´
rules[1].conditions.all[0].fact = "secret"
  rules[1].conditions.all[0].fact: there is no fact ´secret´
rules[1].conditions.all[0].fact = "metric:gone"
  rules[1].conditions.all[0].fact: there is no fact ´metric:gone´
rules[1].conditions.all[0].fact = "partner:gone"
  rules[1].conditions.all[0].fact: there is no fact ´partner:gone´
rules[1].conditions.all[0].fact = "rows:gone"
  rules[1].conditions.all[0].fact: there is no fact ´rows:gone´
rules[1].conditions.all[0].fact = "toString"
  rules[1].conditions.all[0].fact: there is no fact ´toString´
rules[6].conditions.all[0].any[1].fact = "gone"
  rules[6].conditions.all[0].any[1].fact: there is no fact ´gone´
rules[5].conditions.all[0].not.all[2].fact = "gone"
  rules[5].conditions.all[0].not.all[2].fact: there is no fact ´gone´
rules[1].conditions.all[0].value = "1"
  rules[1].conditions.all[0].value: the fact is an exact number, and is compared with something else
rules[2].conditions.all[0].value = {"numerator":"1","denominator":"1"}
  rules[2].conditions.all[0].value: the fact is text, and is compared with something else
rules[2].conditions.all[0].value = ["P1"]
  rules[2].conditions.all[0].value: must not be a list
rules[0].conditions.all[0].value = "call_centre"
  rules[0].conditions.all[0].value: must be a list
rules[0].conditions.all[0].value = ["call_centre",true]
  rules[0].conditions.all[0].value: the fact is text, and is compared with something else
rules[0].conditions.all[0] = {"fact":"partner:premium","operator":"strict:at_least","value":true}
  rules[0].conditions.all[0].value: yes and no have no order
rules[0].conditions.all[0] = {"fact":"partner:premium","operator":"strict:is","value":"yes"}
  rules[0].conditions.all[0].value: the fact is true or false, and is compared with something else
rules[0].conditions.all[0] = {"fact":"partner:kind","operator":"strict:is_given","value":false}
  rules[0].conditions.all[0].value: must be true
agreement.businessDays = "nine_to_five"
  agreement.businessDays: no calendar is named ´nine_to_five´
datasets[0].fields[10].type.calendar = "nine_to_five"
  datasets[0].fields[10].type.calendar: no calendar is named ´nine_to_five´
datasets[0].partner = null
  clocks[1].calendar: calendar ´shop´ closes by partner, and rows of ´calls´ name none
datasets[1].partner.dataset = "waiting"
  datasets[1].partner.dataset: ´waiting´ is a clock, in which nothing is found for other rows
calendars[0].through = "2020-12-31"
  calendars[0].through: is before the calendar's first day
calendars[0].zone.through = "2026-12-31"
  calendars[0].zone.through: is before the calendar's last day
calendars[0].zone.offset = [3600]
  calendars[0].zone.offset: must hold one offset
calendars[0].open[0].to = 480
  calendars[0].open[0].to: must be after ´from´
calendars[0].open[0].weekday = 5
  calendars[0].open[1]: must come after the opening before it
calendars[0].closed.days = ["2026-04-27","2026-04-27"]
  calendars[0].closed.days[1]: must be later than the day before it
calendars[1].closed.field = "gone"
  calendars[1].closed.field: no field of the partners is named ´gone´
calendars[1].closed.regions = [{"value":"CH","days":[]},{"value":"CH","days":[]}]
  calendars[1].closed.regions[1].value: ´CH´ is declared twice
calendars[1].closed.regions[0].days = ["2026-12-25","2026-12-24"]
  calendars[1].closed.regions[0].days[1]: must be later than the day before it
clocks[0].on = "gone"
  clocks[0].on: no dataset is named ´gone´
clocks[0].on = "waiting"
  clocks[0].on: is a clock itself
clocks[0].on = "feedback"
  clocks[0].on: must be dated by a timestamp of its own
clocks[0].by = "gone"
  clocks[0].by: dataset ´calls´ has no field ´gone´
clocks[0].by = null
  clocks[0].pauses: needs the rows of a log
clocks[0].starts.field = "gone"
  clocks[0].starts.field: dataset ´calls´ has no field ´gone´
clocks[0].starts.value = {"kind":"member","name":"gone"}
  clocks[0].starts.value: is not a value that ´outcome´ can become
clocks[0].stops.last = true
  clocks[0].restarts: need a stop that is the first change into a value
clocks[0].pauses = {"kind":"has","dataset":"feedback","key":"call_id","within":null,"where":null}
  clocks[0].pauses: a clock looks nothing up in other rows
clocks[0].calendar = "gone"
  clocks[0].calendar: no calendar is named ´gone´
clocks[0].due = null
  clocks[0].dated: needs ´due´
clocks[0].due.calendar = null
  clocks[0].due.rows[1].length: needs the calendar whose business days are counted
clocks[0].due.calendar = "gone"
  clocks[0].due.calendar: no calendar is named ´gone´
clocks[0].due.rows[1].length = {"kind":"civil","count":2,"unit":"day"}
  clocks[0].due.rows[1].length: is neither elapsed time nor business days
clocks[0].due.rows[0].where = null
  clocks[0].due.rows[0].where: the last row alone has no condition
clocks[1].starts.field = "booked_on"
  clocks[1].starts.field: is no timestamp
clocks[1].starts = the value of clocks[0].starts
  clocks[1].starts: needs the rows of a log
clocks[1].name = "calls"
  clocks[1].name: ´calls´ is declared twice
metrics[10].form.clock = "gone"
  metrics[10].form.clock: no clock is named ´gone´
standards[1].measured[0].window.from = "gone"
  standards[1].measured[0].window.from: no field of the partners is named ´gone´
standards[1].measured[0].window.from = "kind"
  standards[1].measured[0].window.from: field ´kind´ holds no date
standards[1].party = "brand"
  standards[1].measured[0].window: the brand has no years of its own
standards[1].party = "brand"
  standards[1].requires[0].alternatives[0].rows[0].comparison: peers are compared as a whole
standards[1].covers[0] = "urgent"
  standards[1].covers[0]: no touchpoint is named ´urgent´
standards[1].requires[0].alternatives[0].rows[0].comparison.by = "gone"
  standards[1].requires[0].alternatives[0].rows[0].comparison.by: no field of the partners is named ´gone´
standards[1].requires[0].alternatives[0].rows[0].comparison.best = null
  standards[1].requires[0].alternatives[0].rows[0].comparison.best: stands with ´in_best´, and with nothing else
standards[1].requires[0].alternatives[0].rows[0].comparison.best = {"numerator":"5","denominator":"4"}
  standards[1].requires[0].alternatives[0].rows[0].comparison.best: must be above 0% and at most 100%
standards[1].requires[0].alternatives[0].group = "outcome"
  standards[1].requires[0].alternatives[0].rows[0].comparison: peers are compared as a whole
standards[1].confidence = the value of standards[2].confidence
  standards[1].requires[0].alternatives[0].rows[0].comparison: peers are compared as a whole
standards[2].requires[0].alternatives[0].metric = "per_thousand"
  standards[2].requires[0].alternatives[0].metric: nothing is judged with confidence by a metric of the form ´rate´
rules[11].conditions.all[0].fact = "confident:sure/limit 1.1"
  rules[11].conditions.all[0].fact: there is no fact ´confident:sure/limit 1.1´
rules[13].conditions.all[0].fact = "peers:gone:kind:standing"
  rules[13].conditions.all[0].fact: there is no fact ´peers:gone:kind:standing´
rules[13].conditions.all[0].fact = "peers:in_60:gone:standing"
  rules[13].conditions.all[0].fact: there is no fact ´peers:in_60:gone:standing´
rules[13].conditions.all[0].fact = "peers:in_60:kind:best"
  rules[13].conditions.all[0].fact: there is no fact ´peers:in_60:kind:best´
rules[17].conditions.all[0].fact = "verdict:pool"
  rules[17].conditions.all[0].fact: there is no fact ´verdict:pool´
rules[17].conditions.all[0].value = "failed"
  rules[17].conditions.all[0].value: the fact is never ´failed´
rules[19].conditions.all[0].value = ["missed","gone"]
  rules[19].conditions.all[0].value: the fact is never ´gone´
rules[21].conditions.all[0].fact = "times:missed:0:month"
  rules[21].conditions.all[0].fact: there is no fact ´times:missed:0:month´
rules[21].conditions.all[0].fact = "times:missed:3:hour"
  rules[21].conditions.all[0].fact: there is no fact ´times:missed:3:hour´
rules[30].conditions.all[0].fact = "now:pending"
  rules[30].conditions.all[0].fact: there is no fact ´now:pending´
rules[30].conditions.all[0].value = "yes"
  rules[30].conditions.all[0].value: the fact is true or false, and is compared with something else
rules[22].conditions.all[0].fact = "run:pending"
  rules[22].conditions.all[0].fact: there is no fact ´run:pending´
rules[23].conditions.all[0].fact = "step:gone"
  rules[23].conditions.all[0].fact: there is no fact ´step:gone´
rules[23].conditions.all[0].value = "closed"
  rules[23].conditions.all[0].value: the fact is never ´closed´
rules[24].conditions.all[0].fact = "score:levels"
  rules[24].conditions.all[0].fact: there is no fact ´score:levels´
tiers[0].name = "urgent"
  tiers[0].name: ´urgent´ is declared twice
rampUps[1].scope = "x/y"
  rampUps[1].scope: no rule is named ´x/y´
rampUps[1].scope = "lists/when"
  rampUps[1].scope: rule ´lists/when´ reads the fact ´verdict:sure´, which is not given here
rampUps[1].since = "kind"
  rampUps[1].since: field ´kind´ holds no date
rampUps[1].suspends[0] = "urgent"
  rampUps[1].suspends[0]: no consequence is named ´urgent´
rampUps[0].runs.population.dataset = "gone"
  rampUps[0].runs.population.dataset: no dataset is named ´gone´
attestations[0].recorded.dataset = "gone"
  attestations[0].recorded.dataset: no dataset is named ´gone´
attestations[0].valid = {"kind":"dataset"}
  attestations[0].valid: is the dataset's own where that has spans of validity
attestations[1].valid.field = "outcome"
  attestations[1].valid.field: field ´outcome´ holds no date
attestations[0].due.field = "gone"
  attestations[0].due.field: no field of the partners is named ´gone´
attestations[0].due.length = {"kind":"elapsed","count":{"numerator":"1","denominator":"1"},"unit":"hour","micros":"3600000000"}
  attestations[0].due.field: field ´since´ is no timestamp
attestations[0].due.calendar = "office"
  attestations[0].due.calendar: is read for business days only
attestations[0].due = the value of duties[1].due
  attestations[0].due.kind: an attestation is not due after each span
datasets[1].partner = null
  attestations[0].recorded.dataset: rows of ´feedback´ name no partner
datasets[1].dated = null
  attestations[0].recorded.dataset: dataset ´feedback´ has no date
duties[0].due.calendar = null
  duties[0].due.calendar: must be the calendar of the agreement's business days
duties[0].due.length.days = 0
  duties[0].due.length.days: must be at least 1
duties[0].when.decision = "x/y"
  duties[0].when.decision: no rule is named ´x/y´
duties[0].when.decision = "young/scope"
  duties[0].when.decision: rule ´young/scope´ reads the fact ´partner:kind´, which is not given here
duties[0].when.metrics = []
  duties[0].when.decision: rule ´lists/when´ reads the fact ´metric:call_count´, which is not given here
duties[0].when.verdicts[0] = "pool"
  duties[0].when.verdicts[0]: no standard, attestation or duty is named ´pool´
duties[0].party = "brand"
  duties[0].when.verdicts[0]: ´sure´ is not about the same kind of party
duties[0].due = {"kind":"on","date":"2026-06-30"}
  duties[0].when: needs a duty after each span
duties[1].missedCounts = "gone"
  duties[1].missedCounts: no standard is named ´gone´
duties[1].missedCounts = "leading"
  duties[1].missedCounts: ´leading´ is not measured each span after which the duty is due
duties[1].due.span = "quarter"
  duties[1].missedCounts: ´sure´ is not measured each span after which the duty is due
duties[0].missedCounts = "sure"
  duties[0].when: duty ´lists´ waits for itself
credits[0].gives[0].when = "x/y"
  credits[0].gives[0].when: no rule is named ´x/y´
credits[0].gives[0].metrics = []
  credits[0].gives[0].when: rule ´flat/gives 1´ reads the fact ´metric:in_60´, which is not given here
credits[0].additionalTo = "praise"
  credits[0].additionalTo: no credit is named ´praise´
credits[0].gives = []
  credits[0]: gives nothing
credits[0].gives[0].where = the value of bonuses[0].gives[0].where
  credits[0].gives[0].where: needs rows that are paid for
credits[1].pool.weights[0].name = "gone"
  credits[1].pool.weights[0].name: no standard, attestation or duty is named ´gone´
credits[1].pool.weights[1].name = "sure"
  credits[1].pool.weights[1].name: ´sure´ is declared twice
credits[1].pool.weights[0].percent.numerator = "0"
  credits[1].pool.weights[0].percent: must be above 0
credits[1].pool.atRisk.of.field = "kind"
  credits[1].pool.atRisk.of.field: is no money in EUR
credits[1].pool.atRisk.of = {"kind":"metric","name":"in_60"}
  credits[1].pool.atRisk.of.name: is no money in EUR
credits[1].pool.atRisk.of = {"kind":"row","field":"cost"}
  credits[1].pool.atRisk.of: needs rows that are paid for
credits[1].unless[0].verdicts = ["met","missed"]
  credits[1].unless[0].verdicts: ´is´ does not compare with 2 values
credits[1].unless[0].name = "gone"
  credits[1].unless[0].name: no standard, attestation or duty is named ´gone´
credits[2].on = "code"
  credits[2].on: no standard is named ´code´
credits[2].on = "leading"
  credits[2].gives[0].times: needs a standard with one limit, on a percentage
credits[1].pool.weights[0] = {"name":"leading","percent":{"numerator":"1","denominator":"2"},"origin":{"file":"","line":1,"text":""}}; credits[1].earnsBack.what = "exceeded"
  credits[1].earnsBack: needs a standard with one limit
bonuses[0].rows = "gone"
  bonuses[0].rows: no dataset is named ´gone´
bonuses[0].gives[0].amount.of.field = "wait"
  bonuses[0].gives[0].amount.of.field: is no money in EUR
bonuses[0].gives[0].verdicts[0].name = "gone"
  bonuses[0].gives[0].verdicts[0].name: no standard, attestation or duty is named ´gone´
bonuses[0].gives[0].where.left.name = "gone"
  bonuses[0].gives[0].where.left.name: dataset ´calls´ has no field ´gone´
bonuses[0].gives[0].where = {"kind":"compare","left":{"kind":"verdict","name":"sure"},"operator":"is","right":[{"kind":"verdict","verdict":"met"}]}
  bonuses[0].gives[0].where.left: a verdict is not read row by row
bonuses[0].gives[0].when = "flat/gives 1"
  bonuses[0].gives[0].when: rule ´flat/gives 1´ reads the fact ´metric:in_60´, which is not given here
bonuses[0].gives[0].when = null
  bonuses[0].gives[0].when: goes with the verdicts of rows that are paid for
bonuses[0].gives[1].when = "praise/gives 1"
  bonuses[0].gives[1].when: goes with the verdicts of rows that are paid for
credits[1].unless[0].when = null
  credits[1].unless[0].when: is missing
credits[1].unless[0].when = "praise/gives 1"
  credits[1].unless[0].when: rule ´praise/gives 1´ reads the fact ´verdict:sure´, which is not given here
credits[1].earnsBack.when = null
  credits[1].earnsBack.when: is missing
credits[1].earnsBack.when = "pool/unless 1"
  credits[1].earnsBack.when: rule ´pool/unless 1´ reads the fact ´verdict:leading´, which is not given here
points[0].doubled.when = "x/y"
  points[0].doubled.when: no rule is named ´x/y´
escalations[0].resets.when = "ladder/step end"
  escalations[0].resets.when: rule ´ladder/step end´ reads the fact ´step:plan´, which is not given here
ratchets[0].when.when = null
  ratchets[0].when.when: is missing
bonuses[0].gives[1].times.dataset = "feedback"
  bonuses[0].gives[1].times.dataset: is not the dataset whose rows are paid for
bonuses[0].gives[1].times.field = "cost"
  bonuses[0].gives[1].times.field: field ´cost´ is no length of time
bonuses[0].gives[1].times.openingDays = true
  bonuses[0].gives[1].times.openingDays: needs the time of a clock that counts in a calendar
bonuses[0].excluding[0] = "gone"
  bonuses[0].excluding[0]: no exclusion is named ´gone´
points[0].on = "lists"
  points[0].on: no standard is named ´lists´
points[0].bands[0].when = "x/y"
  points[0].bands[0].when: no rule is named ´x/y´
points[0].bands[0].when = "lists/when"
  points[0].bands[0].when: rule ´lists/when´ reads the fact ´verdict:sure´, which is not given here
points[0].bands[0].when = null
  points[0].bands[0].when: the last line alone has no condition
points[0].bands[1].points.numerator = "-4"
  points[0].bands[1].points: must not be below 0
escalations[0].line.of = "gone"
  escalations[0].line.of: no standard, attestation or duty is named ´gone´
escalations[0].steps[1].name = "letter"
  escalations[0].steps[1].name: ´letter´ is declared twice
escalations[0].steps[0].when = null
  escalations[0].steps[0].when: is missing
escalations[0].steps[0].when = "x/y"
  escalations[0].steps[0].when: no rule is named ´x/y´
escalations[0].steps[0].when = "ladder/step end"
  escalations[0].steps[0].when: rule ´ladder/step end´ reads the fact ´step:plan´, which is not given here
escalations[0].steps[2].condition.steps[0].step = "letter"
  escalations[0].steps[2].condition.steps[0].step: no earlier step that can be cured is named ´letter´
escalations[0].steps[2].condition.verdicts[0].name = "gone"
  escalations[0].steps[2].condition.verdicts[0].name: no standard, attestation or duty is named ´gone´
escalations[0].steps[1].cure = {"kind":"business","days":0}
  escalations[0].steps[1].cure.days: must be at least 1
escalations[0].on = null
  escalations[0].steps[0].condition: an event needs a standard to be counted of
ratchets[0].metric = "call_count"
  ratchets[0].metric: is not that of the one limit of the standard
ratchets[0].when.count = {"kind":"once"}
  ratchets[0].when.count: must count verdicts in a row
ratchets[0].on = "leading"
  ratchets[0].when: needs a standard with one limit
scorecards[0].weights[0].metric = "gone"
  scorecards[0].weights[0].metric: no metric is named ´gone´
scorecards[0].weights[0].percent.numerator = "60"
  scorecards[0].weights: must add up to 100%
scorecards[0].weights[0].to = {"numerator":"4","denominator":"5"}
  scorecards[0].weights[0].to: must not equal ´from´
scorecards[0].assessed = null
  scorecards[0].assessed: a rolling window needs the days on which it is assessed
tiers[0].levels[0].when = "x/y"
  tiers[0].levels[0].when: no rule is named ´x/y´
tiers[0].levels[0].when = null
  tiers[0].levels[0].when: the last line alone has no condition
tiers[0].levels[1].name = "gold"
  tiers[0].levels[1].name: ´gold´ is declared twice
tiers[0].scores = []
  tiers[0].levels[0].when: rule ´levels/level gold´ reads the fact ´score:total_score´, which is not given here
tiers[0].verdicts[0] = "gone"
  tiers[0].verdicts[0]: no standard, attestation or duty is named ´gone´
tiers[0].scores[0] = "gone"
  tiers[0].scores[0]: no scorecard is named ´gone´
tiers[0].metrics[0] = "gone"
  tiers[0].metrics[0]: no metric is named ´gone´
touchpoints[0].runBy.where = "x/y"
  touchpoints[0].runBy.where: no rule is named ´x/y´
touchpoints[0].runBy.where = "lists/when"
  touchpoints[0].runBy.where: rule ´lists/when´ reads the fact ´verdict:sure´, which is not given here
rules[1].conditions.all[0] = {"fact":"metric:call_count","operator":"strict:contains","value":"1"}
  rules[1].conditions.all[0].value: only text is searched, and only for text
`;

/** `´` stands for a backtick, which cannot stand in a template. */
function casesOf(table: string): readonly { readonly change: string; readonly problem: string }[] {
  const lines = table.trim().replaceAll("´", "`").split("\n");
  return lines.flatMap((change, index) =>
    index % 2 === 0 ? [{ change, problem: lines[index + 1]?.trim() ?? "" }] : [],
  );
}

// biome-ignore lint/suspicious/noExplicitAny: the bundles are what the types forbid
type Loose = any;

function keysOf(path: string): readonly string[] {
  const keys = path.matchAll(/\.?([A-Za-z]\w*)|\[(\d+|".*?")\]/g);
  return [...keys].map(([, word, index]) => word ?? String(JSON.parse(index ?? "")));
}

const at = (bundle: Loose, keys: readonly string[]): Loose => keys.reduce((held, key) => held[key], bundle);

/** Applies `path = value` (several are joined by `; `), where a value is JSON, `gone`, or `the value of PATH`. */
function apply(bundle: Loose, change: string): void {
  const [path = "", value = ""] = change.split(/ = (.*)/);
  const keys = keysOf(path);
  const holder = at(bundle, keys.slice(0, -1));
  const key = keys.at(-1) ?? "";
  if (value === "gone") delete holder[key];
  else if (value.startsWith("the value of ")) holder[key] = at(bundle, keysOf(value.slice(13)));
  else holder[key] = JSON.parse(value);
}

/** The problems of the changed sample, as `path: message`; its fingerprint is made to fit. */
function problemsAfter(change: string): readonly string[] {
  const bundle = mutableSample();
  for (const one of change.split("; ")) apply(bundle, one);
  bundle.fingerprint = fingerprintOf(bundle);
  const read = readBundle(bundle);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe("a bundle", () => {
  it("is read from text and from a value", () => {
    expect(readBundle(JSON.stringify(sampleBundle()))).toEqual({ ok: true, bundle: sampleBundle() });
    expect(readBundle(sampleBundle())).toEqual({ ok: true, bundle: sampleBundle() });
  });

  it("is a copy of what was given", () => {
    const given = mutableSample();
    const read = readBundle(given);
    given.rules.length = 0;
    expect(read.ok && read.bundle.rules.length).toBe(sampleBundle().rules.length);
  });

  it.each(casesOf(wrongShapes))("of the wrong shape is refused: $change", ({ change, problem }) => {
    expect(problemsAfter(change)).toEqual([expect.stringContaining(problem)]);
  });

  it.each(casesOf(wrongReferences))("whose parts do not fit is refused: $change", ({ change, problem }) => {
    expect(problemsAfter(change)).toContainEqual(expect.stringContaining(problem));
  });

  it("is refused for a pattern of more than a thousand characters", () => {
    const pattern = JSON.stringify("a".repeat(1001));
    const where = "metrics[0].form.numerator.where.of[0]";
    const compare = `{"kind":"compare","left":{"kind":"field","name":"call_id"},"operator":"matches","right":[{"kind":"text","text":${pattern}}]}`;
    expect(problemsAfter(`${where} = ${compare}`)).toEqual([
      `${where}.right[0]: the pattern is longer than 1000 characters`,
    ]);
    const leaf = "rules[2].conditions.all[0]";
    expect(
      problemsAfter(`${leaf} = {"fact":"party","operator":"strict:matches","value":${pattern}}`),
    ).toEqual([`${leaf}.value: is longer than 1000 characters`]);
  });

  it("is refused when it is not what its fingerprint says", () => {
    const bundle = mutableSample();
    apply(bundle, 'rules[1].conditions.all[0].value.numerator = "2"');
    const message = "is not that of this bundle, which was changed or cut after it was made";
    expect(readBundle(bundle)).toEqual({ ok: false, problems: [{ path: "fingerprint", message }] });
  });

  it("is refused with a hundred problems at most", () => {
    const bundle = mutableSample();
    bundle.rules = Array.from({ length: 5000 }, () => ({}));
    const read = readBundle(bundle);
    expect(read.ok ? 0 : read.problems.length).toBe(100);
  });
});

describe("what is no bundle", () => {
  it.each([
    ["", "is not JSON text"],
    ["{", "is not JSON text"],
    ["[1,]", "is not JSON text"],
    ["null", "must be an object"],
    ["[]", "must be an object"],
    ["1e999", "must be an object"],
    [null, "must be an object"],
    [undefined, "is missing"],
    [12n, "must be an object"],
    [() => 1, "must be an object"],
    [Symbol("x"), "must be an object"],
  ])("is refused with a reason: %s", (value, message) => {
    expect(readBundle(value)).toEqual({ ok: false, problems: [{ path: "", message }] });
  });

  it("is refused when looking at it throws", () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("looked");
        },
      },
    );
    expect(readBundle(trap)).toEqual({
      ok: false,
      problems: [{ path: "", message: "cannot be read as plain data" }],
    });
  });
});
