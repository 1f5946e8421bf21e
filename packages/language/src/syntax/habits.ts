/**
 * Words of everyday speech and of other languages, and what they are called here.
 *
 * An entry is tried only where the sentence does not fit, and used only if the sentence then fits further, so an
 * entry may have several meanings and need not say where it applies. No words at all mean that they are left out.
 */

const table: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    [">=", "=>", "≥", "minimum", "min", "minimally", "is at least", "no less than", "not less than"],
    ["at least"],
  ],
  [["<=", "=<", "≤", "maximum", "max", "up to", "is at most", "no more than", "not more than"], ["at most"]],
  [
    [">", "greater than", "higher than", "larger than", "above", "over", "exceeds", "longer than"],
    ["more than"],
  ],
  [
    ["is greater than", "is higher than", "is larger than", "is above", "is over", "is more than"],
    ["more than"],
  ],
  [["<", "lower than", "smaller than", "below", "under", "shorter than", "is below"], ["less than"]],
  [["is less than", "is lower than", "is smaller than", "is under"], ["less than"]],
  [["=", "==", "===", "equals", "equal to", "is equal to", "are", "was", "be"], ["is"]],
  [["!=", "<>", "≠", "isn't", "differs from", "is different from", "not equal to"], ["is not"]],
  [["is at"], ["at"]],
  [["is from", "is between", "between"], ["from"]],
  [["and", "until", "-", "–", "through"], ["to"]],
  [["to", "till"], ["until"]],
  [["in", "is in", "any of", "is any of", "one of"], ["is one of"]],
  [["like", "includes"], ["contains"]],
  [["is known", "exists", "is present"], ["is given"]],
  [["is unknown", "is null", "is empty"], ["is not given"]],
  [["&&", "&"], ["and"]],
  [["!"], ["not"]],
  [
    ["when", "if", "with", "having", "whose", "filter", "which"],
    ["where", "when"],
  ],
  [["where"], ["when"]],
  [["else", "default"], ["otherwise"]],
  [
    ["must", "shall", "should", "require", "required", "target", "goal", "sla", "slo", "ensures"],
    ["requires"],
  ],
  [["must be", "should be", "shall be", "has to be", "to be", "the", "a", "an", "all"], [""]],
  [
    ["every", "per", "by"],
    ["each", "each calendar", "for each"],
  ],
  [["group by", "for every", "per"], ["for each"]],
  [["daily", "per day", "every day"], ["each calendar day"]],
  [["weekly", "per week", "every week"], ["each calendar week"]],
  [["monthly", "per month", "every month"], ["each calendar month"]],
  [["quarterly", "per quarter", "every quarter"], ["each calendar quarter"]],
  [["yearly", "annually", "per year", "every year"], ["each calendar year"]],
  [["consecutive days"], ["days in a row"]],
  [["consecutive weeks"], ["weeks in a row"]],
  [["consecutive months"], ["months in a row"]],
  [["consecutive quarters"], ["quarters in a row"]],
  [["consecutive years"], ["years in a row"]],
  [["failed", "fails", "is missed", "breached"], ["missed"]],
  [["is met", "achieved", "passed"], ["met"]],
  [["pays", "grants", "awards", "costs"], ["gives"]],
  [["cap", "caps at", "limited to", "capped to", "cap at"], ["capped at"]],
  [["percent point", "percentage points", "point"], ["percentage point"]],
  // How many in a row is said in the standard's own span; the checker offers the right one.
  [["times in a"], ["months in a"]],
  [["miss"], ["misses"]],
  [["each row of", "every row of", "all rows of"], ["rows of"]],
  [["when"], ["after"]],
  [["valid for"], ["valid"]],
  [["provided", "issued", "submitted", "handed in"], ["given"]],
  [["average of peers", "peers average", "average of"], ["peer average"]],
  [["from", "after"], ["since"]],
  [["above peer average", "above average"], ["at least peer average"]],
  [["below peer average", "below average"], ["at most peer average"]],
  [["top"], ["best"]],
  [["day"], ["calendar day"]],
  [["week"], ["calendar week"]],
  [["month"], ["calendar month"]],
  [["quarter"], ["calendar quarter"]],
  [["half year"], ["calendar half year"]],
  [["year"], ["calendar year"]],
  [["half"], ["half year"]],
  [
    ["last", "past", "trailing"],
    ["rolling", "latest"],
  ],
  [["percent", "pct", "percentage", "percentage of", "pct of"], ["percent of"]],
  // As the type of a field: 93.5 in a column of percentages is the number 93.5.
  [["percent", "percentage", "pct"], ["number"]],
  [["share of", "fraction of", "proportion of"], ["percent of"]],
  [["count", "count of"], ["number of"]],
  [["distinct", "unique"], ["different"]],
  [
    ["avg", "mean"],
    ["average of", "average"],
  ],
  [["mean of", "avg of"], ["average of"]],
  [["max of", "maximum of"], ["highest of"]],
  [["min of", "minimum of"], ["lowest of"]],
  [["except", "excludes", "exclude", "without", "ignoring"], ["excluding"]],
  [["timezone", "tz"], ["time zone"]],
  [["opens", "opening", "business hours"], ["open"]],
  [["closes", "shut"], ["closed"]],
  [
    ["holiday", "public holidays", "bank holidays", "on holidays", "on public holidays", "on bank holidays"],
    ["holidays"],
  ],
  [["mon"], ["monday"]],
  [["tue", "tues"], ["tuesday"]],
  [["wed"], ["wednesday"]],
  [["thu", "thur", "thurs"], ["thursday"]],
  [["fri"], ["friday"]],
  [["sat"], ["saturday"]],
  [["sun"], ["sunday"]],
  [["weekdays", "on weekdays"], ["monday to friday"]],
  [["every day", "each day", "daily"], ["monday to sunday"]],
  [["cutoff", "cut-off"], ["cut off"]],
  [["begins", "begin", "start"], ["starts"]],
  [["ends", "finishes", "stop"], ["stops"]],
  [["pause", "paused"], ["pauses"]],
  [["reopens", "restart", "resumes"], ["restarts"]],
  [["is", "changes to", "turns", "turns into"], ["becomes"]],
  [["when"], ["while"]],
  [["deadline"], ["due"]],
  [["column", "property", "attribute"], ["field"]],
  [["as", "titled", "called"], ["from"]],
  [["key", "keyed by", "identified by"], ["one row per"]],
  [["integer", "int", "decimal", "float", "numeric"], ["number"]],
  [["string", "str", "varchar", "char"], ["text"]],
  [["boolean", "bool", "yes / no", "yes or no"], ["yes_no"]],
  [["datetime", "instant"], ["timestamp"]],
  [["enum"], ["one of"]],
  [["nullable", "null"], ["optional"]],
  [["further"], ["further notice"]],
  [["once"], ["1 times"]],
  [["twice"], ["2 times"]],
  [["one"], ["1"]],
  [["two"], ["2"]],
  [["three"], ["3"]],
  [["four"], ["4"]],
  [["five"], ["5"]],
  [["six"], ["6"]],
  [["seven"], ["7"]],
  [["eight"], ["8"]],
  [["nine"], ["9"]],
  [["ten"], ["10"]],
  [["twelve"], ["12"]],
  [["sec", "secs", "s"], ["seconds"]],
  [["min", "mins"], ["minutes"]],
  [["hr", "hrs", "h"], ["hours"]],
  [["d"], ["days"]],
  [["euro", "euros"], ["EUR"]],
  [["dollar", "dollars"], ["USD"]],
  [["pound", "pounds"], ["GBP"]],
  [["business_days", "workdays", "working days"], ["business days"]],
];

/** Longest entry, in words. */
export const longestHabit = 3;

/** By what people write (lower case, single spaces): what it may stand for, likeliest first. */
export const habits: ReadonlyMap<string, readonly string[]> = collected();

function collected(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [spellings, meanings] of table) {
    for (const spelling of spellings) found.set(spelling, [...(found.get(spelling) ?? []), ...meanings]);
  }
  return found;
}

/** Signs of currencies that surely mean one of them. */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["$", "USD"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["₺", "TRY"],
]);

/** Words that people start declarations with, by the declaration word that they mean. */
export const declarationHabits: ReadonlyMap<string, readonly string[]> = new Map([
  ["import", ["uses"]],
  ["include", ["uses"]],
  ["use", ["uses"]],
  ["contract", ["agreement"]],
  ["table", ["dataset"]],
  ["source", ["dataset"]],
  ["data", ["dataset"]],
  ["schedule", ["calendar"]],
  ["hours", ["calendar"]],
  ["timer", ["clock"]],
  ["stopwatch", ["clock"]],
  ["kpi", ["metric"]],
  ["measure", ["metric"]],
  ["sla", ["standard"]],
  ["slo", ["standard"]],
  ["target", ["standard"]],
  ["partner", ["partners"]],
  ["exception", ["exclusion", "amendment"]],
  ["penalty", ["credit"]],
  ["malus", ["credit"]],
  ["reward", ["bonus"]],
  ["incentive", ["bonus"]],
  ["levels", ["tiers"]],
  ["certificate", ["attestation"]],
  ["obligation", ["duty"]],
  ["deliverable", ["duty"]],
]);
