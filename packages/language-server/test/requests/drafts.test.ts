import { parse, sourceFile } from "@tenet-lang/language";
import { describe, expect, it } from "vitest";
import type { ImportedDataset, StandardDraft } from "../../src/protocol/requests-drafts.ts";
import { Client } from "../harness/client.ts";
import { files } from "./shop.ts";

async function imported(head: string, isWhole = true): Promise<string | null> {
  const client = await Client.start();
  const params = { source: "data/Calls 2026.csv", head, isWhole };
  const answer = await client.request<ImportedDataset | null>("tenet/importCsv", params);
  client.expectQuiet();
  await client.stop();
  if (answer !== null) expect(parse(sourceFile("draft.tenet", answer.text)).diagnostics).toEqual([]);
  return answer?.text ?? null;
}

describe("a CSV file as a dataset", () => {
  it("gives each column the type that all its values have", async () => {
    const rows = [
      "K1,north,2026-01-31,2026-01-31 08:00,4.5,yes,",
      "K2,north,2026-02-01,2026-01-31T09:30:00Z,-3,no,x",
    ];
    const more = [
      "K3,south,2026-02-01,2026-01-31 09:30,12,no,x",
      "K4,north,2026-02-02,2026-01-31 09:30,0,no,y",
    ];
    const head = [
      "Call ID,partner,began_on,at,Größe,safe,note",
      ...rows,
      ...more,
      "K5,south,2026-02-02,2026-02-01 09:30,1,no,y",
      "K6,south,2026-02-02,2026-02-01 09:30,1,no,y",
    ].join("\n");
    expect(await imported(head)).toBe(`dataset calls_2026 from "data/Calls 2026.csv" one row per call_id
  partner partner
  dated began_on
  field call_id text from "Call ID"
  field partner text
  field began_on date
  field at_ timestamp from "at"
  field grosse number from "Größe"
  field safe yes_no
  field note text optional
`);
  });

  it("takes no list for complete while more may follow", async () => {
    const rows = ["a", "b", "c", "d", "e", "f"].map((id, at) => `${id},${at % 2 === 0 ? "north" : "south"}`);
    const head = `id,region\n${rows.join("\n")}\n`;
    expect(await imported(`${head}g,we`, false)).toContain("field region text\n");
    expect(await imported(head, true)).toContain("field region one of north, south\n");
  });

  it("takes no list from one word alone, nor from the names of partners", async () => {
    const rows = ["a", "b", "c", "d", "e", "f"].map(
      (id, at) => `${id},north,${at % 2 === 0 ? "Ace" : "Bolt"}`,
    );
    const text = await imported(`id,region,dealer\n${rows.join("\n")}\n`);
    expect(text).toContain("field region text\n  field dealer text\n");
  });

  it.each([
    ["a decimal comma", ["4,5", "12,25"]],
    ["points between thousands", ["1.234,50", "7,00"]],
    ["commas between thousands", ["1,234.50", "7.00"]],
    ["a percent sign", ["95%", "87.5 %"]],
    ["a currency", ["€ 12.50", "€ 7.00"]],
  ])("says what a number has to look like where it has %s", async (_, [one, other]) => {
    expect(await imported(`id,paid\na,"${one}"\nb,"${other}"\n`)).toContain(
      "field paid text  # to count as a number it must stand as 1234.5 in the file\n",
    );
  });

  it("takes no words, versions and times for numbers that are written another way", async () => {
    const text = await imported("id,what,build,at\na,5 stars,1.2.3,10:30\nb,4 stars,2.0.1,11:00\n");
    expect(text).toContain("field what text\n  field build text\n  field at_ text from");
  });

  it("leaves out what has no heading, and says which column stands twice", async () => {
    const text = await imported(
      "id,on,,on,,note\na,2026-01-01,x,2026-01-02,,n\nb,2026-01-03,y,2026-01-04,,m\n",
    );
    expect(text?.split("\n").slice(3)).toEqual([
      "  field id text",
      "  field on date  # the file has this column twice; rename one of them there",
      "  field note text",
      "  # left out: 2 columns without a heading",
      "",
    ]);
  });

  it("tells day and month apart only where a value does", async () => {
    expect(await imported("id,on\na,01/02/2026\nb,13/02/2026\n")).toContain(
      'field on date written "DD/MM/YYYY"\n',
    );
    expect(await imported("id,on\na,01/02/2026\nb,02/13/2026\n")).toContain(
      'field on date written "MM/DD/YYYY"\n',
    );
    expect(await imported("id,on\na,01/02/2026\nb,03/02/2026\n")).toContain(
      "field on text  # a day and month in either order",
    );
  });

  it("keeps numbers of things as text, and reads quotes and semicolons", async () => {
    const text = await imported('no;zip;"say ""it"""\n1;01234;"a;b"\n2;00234;"c\nd"\n');
    expect(text).toContain("one row per no\n");
    expect(text).toContain("field zip text\n");
    expect(text).toContain('field say_it text from "say \\"it\\""\n');
  });

  it("takes digits that name things for text, and the column that is called so for the key", async () => {
    const text = await imported(
      "Remark,OrderNo,Dealer,Phone,Amount\na,70,4,301,12\nb,71,4,302,9\nc,72,5,303,7\n",
    );
    expect(text).toContain("one row per order_no\n  partner dealer\n");
    expect(text).toContain('  field order_no text from "OrderNo"\n  field dealer text from "Dealer"\n');
    expect(text).toContain('  field phone text from "Phone"\n  field amount number from "Amount"\n');
  });

  it("has nothing to make of an empty file", async () => {
    expect(await imported("")).toBeNull();
  });
});

describe("standards to be written", () => {
  it("ask something of every metric, in its unit and of its rows", async () => {
    const client = await Client.start({ files });
    await client.open("carriers/parcels.tenet");
    const drafts = await client.ask<readonly StandardDraft[]>("tenet/newStandard", "carriers/parcels.tenet");
    client.expectQuiet();
    await client.stop();
    expect(drafts.map(({ metric, detail }) => [metric, detail])).toEqual([
      ["on_time", "measured from deliveries"],
    ]);
    const filled = drafts[0]?.snippet
      .replace(/\$\{\d\|([^,|]+)[^}]*\}/g, "$1")
      .replace(/\$\{\d:([^}]*)\}/g, "$1")
      .replace("$0", "");
    expect(filled).toContain("requires on_time at least 95%\n");
    expect(filled).toContain("needs at least 30 deliveries otherwise not_enough_data\n");
    expect(parse(sourceFile("draft.tenet", filled ?? "")).diagnostics).toEqual([]);
  });
});
