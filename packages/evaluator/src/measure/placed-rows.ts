/** Rows with the cells that they fall in, a few thousand at a time. */

/** Rows between two bounds, each as often as there are cells for it. */
export interface Placed {
  /** The bounds of the rows; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly rows: Int32Array;
  readonly cells: Int32Array;
  /** The least number above all cells. */
  readonly reach: number;
  /** 1 where the last unit that took the rows met something missing. */
  readonly missed: Uint8Array;
}

/** A list of placed rows that is filled again and again. */
export class PlacedRows implements Placed {
  from = 0;
  to = 0;
  count = 0;
  reach = 0;
  rows = new Int32Array(64);
  cells = new Int32Array(64);
  missed = new Uint8Array(64);

  clear(from: number, to: number): void {
    [this.from, this.to, this.count, this.reach] = [from, to, 0, 0];
  }

  add(row: number, cell: number): void {
    if (this.count === this.rows.length) this.grow();
    this.rows[this.count] = row;
    this.cells[this.count] = cell;
    this.count += 1;
    if (cell >= this.reach) this.reach = cell + 1;
  }

  private grow(): void {
    const { rows, cells } = this;
    this.rows = new Int32Array(rows.length * 2);
    this.rows.set(rows);
    this.cells = new Int32Array(rows.length * 2);
    this.cells.set(cells);
    this.missed = new Uint8Array(rows.length * 2);
  }
}
