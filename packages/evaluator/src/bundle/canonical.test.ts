import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { mutableSample, sampleBundle } from "../../../../test/support/sample-bundle.ts";
import { canonicalJson, fingerprintOf } from "./canonical.ts";

it("writes equal values as equal text", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "é\n" }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"é\\n","d":null}]}',
  );
  expect(canonicalJson({ a: undefined, B: "", _: 0 })).toBe('{"B":"","_":0}');
  expect(canonicalJson([])).toBe("[]");
});

it("is the SHA-256 of the canonical text without fingerprint and origins", () => {
  const left = ["origin", "holidayOrigin", "fingerprint"];
  const without = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, held) => (left.includes(key) ? undefined : held)));
  const digest = createHash("sha256")
    .update(canonicalJson(without(sampleBundle())))
    .digest("hex");
  expect(fingerprintOf(sampleBundle())).toBe(`sha256:${digest}`);
});

it("does not change with origins or the order of keys, and does with anything else", () => {
  const moved = mutableSample();
  moved.agreement.origin.line = 99;
  moved.zone.origin.version = "2030a";
  moved.calendars[0].holidayOrigin.version = "4";
  moved.standards[0].requires[0].alternatives[0].rows[0].origin.text = "as rewritten";
  const { rules, ...rest } = moved;
  expect(fingerprintOf({ rules, ...rest })).toBe(sampleBundle().fingerprint);
  const looser = mutableSample();
  looser.standards[0].needs.rows[0].atLeast = 29;
  expect(fingerprintOf(looser)).not.toBe(sampleBundle().fingerprint);
});
