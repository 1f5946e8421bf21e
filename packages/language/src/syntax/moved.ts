/** A part of a tree, as it stands in a text that grew or shrank before it. */
import type { Span } from "../source/source-file.ts";

/** A copy in which every span is moved; what holds no span, such as the rule of a finding, stays the same thing. */
export function moved<T>(part: T, by: number): T {
  return movedValue(part, by) as T;
}

function movedValue(value: unknown, by: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((item) => movedValue(item, by));
  if (isSpan(value)) return movedSpan(value, by);
  // A spread keeps the shape of the object, which makes the copy several times faster than one made key by key.
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) {
    const member = copy[key];
    if (typeof member !== "object" || member === null || key === "rule") continue;
    // Half of all that a tree holds.
    copy[key] = key === "span" ? movedSpan(member as Span, by) : movedValue(member, by);
  }
  return copy;
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function isSpan(value: object): value is Span {
  return "start" in value && typeof value.start === "number" && "end" in value;
}
