/**
 * Digits that are the name of something: order numbers, postcodes, telephone numbers.
 *
 * Nobody adds them up, a zero in front is part of them, and a system may put a letter into the next one, so a field of
 * them is text. Their column mostly says so; where it does not, digits of one length that never come twice are taken
 * for names, unless the column says that something is counted or measured.
 */
import { fieldName } from "@tenet-lang/language";

/** Who does what an agreement is about, in a header. */
export const partnerWords =
  /(^|_)(partner|carrier|courier|dealer|seller|supplier|vendor|provider|merchant|broker|agency|franchisee|reseller|hotel|shop|store|centre|center)(_|$)/;

/** A header that ends so names its rows: `Order ID`, `Bestellnummer`. */
export const keyWords = /(^|_)(id|no|nr|num|number|key|ref|reference)$|(nr|nummer)$/;

/** Headers that end so: codes of places, ways to reach somebody, marks of goods. */
const codeWords =
  /(^|_)(code|zip|plz|postcode|phone|telephone|tel|telefon|mobile|fax|msisdn|sku|ean|gtin|isbn|iban|vin|barcode|serial|uuid|guid)$/;

/** A header of one word that names a thing holds its number. */
const thingWords =
  /^(customer|client|account|contract|policy|ticket|case|incident|invoice|order|parcel|shipment|agent|employee|product|article|item)$/;

const amountWords =
  /(^|_)(of|amount|total|sum|count|volume|turnover|revenue|sales|price|cost|costs|fee|fees|value|score|scores|points|quantity|qty|time|wait|delay|duration|seconds|minutes|hours|days|weight|balance|budget|limit|target|rate|rating|stars|share|percent|average|distance|size|age|year)(_|$)/;

/** Fewer values may be of one length by chance. */
const FEWEST_VALUES = 3;
const SHORTEST_NAME = 4;

/** Whether the numbers of a column, all of them whole, are names of things. */
export function nameThings(column: string, given: readonly string[]): boolean {
  if (!given.every((value) => /^\d+$/.test(value))) return false;
  const name = fieldName(column);
  const isUnique = new Set(given).size === given.length;
  // A column that is called `number` and nothing else may count as well.
  if (keyWords.test(name)) return isUnique || !/^(no|nr|num|number)$/.test(name);
  if (codeWords.test(name) || thingWords.test(name)) return true;
  if (partnerWords.test(name) && !name.includes("_")) return true;
  return isUnique && !amountWords.test(name) && areOfOneLength(given) && !given.every(isYear);
}

function areOfOneLength(given: readonly string[]): boolean {
  const length = given[0]?.length ?? 0;
  return (
    given.length >= FEWEST_VALUES &&
    length >= SHORTEST_NAME &&
    given.every((value) => value.length === length)
  );
}

function isYear(value: string): boolean {
  return /^(19|20)\d\d$/.test(value);
}
