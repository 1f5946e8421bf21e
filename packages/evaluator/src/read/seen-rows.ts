/** `duplicates counted once`: the rows of a file that were seen before, as bytes. */
import { ByteTable } from "./byte-table.ts";
import { RowKey } from "./row-key.ts";

/** Did an equal row come before? `write` writes the row's cells. */
export type SeenRows = (write: (key: RowKey) => void) => boolean;

export function seenRows(): SeenRows {
  const table = new ByteTable();
  const key = new RowKey();
  return (write) => {
    key.clear();
    write(key);
    const { size } = table;
    return table.add(key.bytes, 0, key.length) < size;
  };
}
