import { describe, expect, it } from "vitest";
import { csvText } from "./csv-text.ts";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the text of a file that is taken for CSV", () => {
  it("is what stands in it, without a mark at its beginning", () => {
    expect(csvText(utf8("id;Händler\n1;Müller\n"))).toEqual({ text: "id;Händler\n1;Müller\n" });
    expect(csvText(utf8("\uFEFFid,on\n"))).toEqual({ text: "id,on\n" });
    expect(csvText(bytes())).toEqual({ text: "" });
    expect(csvText(utf8("x"))).toEqual({ text: "x" });
  });

  it("may end inside of a letter, as the first bytes of a large file do", () => {
    const cut = utf8("1;Mü").subarray(0, 4);
    expect(csvText(cut)).toEqual({ text: "1;M" });
  });

  it.each([
    ["a workbook", [0x50, 0x4b, 0x03, 0x04, 0x14], /is an Excel workbook/],
    ["an older workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], /is an Excel workbook/],
    ["UTF-16 with its mark", [0xff, 0xfe, 0x69, 0x00], /is in UTF-16/],
    ["UTF-16 the other way round", [0xfe, 0xff, 0x00, 0x69], /is in UTF-16/],
    ["UTF-16 without a mark", [0x69, 0x00, 0x64, 0x00], /is in UTF-16/],
    ["Windows-1252", [0x4d, 0xfc, 0x6c, 0x6c], /is not in UTF-8/],
  ])("is none of %s, and what to do is said", (_, values, reason) => {
    const read = csvText(bytes(...values));
    expect(read).toEqual({ obstacle: expect.stringMatching(reason) });
    expect(read).toEqual({ obstacle: expect.stringContaining("CSV UTF-8") });
  });
});
