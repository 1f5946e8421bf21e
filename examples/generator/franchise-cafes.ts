/** The fourteen cafés of the franchise example: who they are, and what the months bring them. */

/** A café, and how it does over the months. */
export interface Cafe {
  readonly key: string;
  readonly name: string;
  readonly region: "east" | "south";
  readonly country: "ie" | "gb_nir";
  readonly format: "street" | "mall" | "kiosk";
  readonly opened: string;
  readonly closed: string | null;
  readonly royalty: string;
  readonly operator: string;
  /** Orders in time, of a thousand, February to July. */
  readonly fast: readonly number[];
  /** Usual mark, in tenths. */
  readonly loved: number;
  /** Complaints solved in time, of a thousand, February to July. */
  readonly solves: readonly number[];
  /** Score of each kitchen visit, by date. */
  readonly visits: readonly (readonly [string, number])[];
}

const STEADY = [930, 940, 930, 940, 950, 940];
const USUAL = [900, 880, 900, 910, 900, 890];
const SOLVED = [960, 940, 960, 950, 960, 940];
const OLD = { country: "ie", format: "street", closed: null, fast: USUAL, solves: SOLVED } as const;

/** The cafés, those of the east first. */
export const cafes: readonly Cafe[] = [
  {
    ...OLD,
    key: "DUB-1",
    name: "Dundrum Arcade",
    region: "east",
    format: "mall",
    opened: "2021-05-10",
    royalty: "3200.00",
    operator: "A. Nolan",
    fast: STEADY,
    loved: 42,
    visits: [
      ["2026-02-17", 92],
      ["2026-05-19", 94],
    ],
  },
  {
    ...OLD,
    key: "DUB-2",
    name: "Camden Street",
    region: "east",
    opened: "2019-03-04",
    royalty: "2400.00",
    operator: "R. Byrne",
    loved: 34,
    visits: [
      ["2026-03-03", 84],
      ["2026-06-09", 81],
    ],
  },
  {
    ...OLD,
    key: "DUB-3",
    name: "Smithfield",
    region: "east",
    opened: "2022-09-01",
    royalty: "2100.00",
    operator: "S. Okoye",
    fast: [900, 880, 740, 700, 890, 940],
    loved: 36,
    visits: [
      ["2026-02-24", 88],
      ["2026-05-26", 78],
    ],
  },
  {
    ...OLD,
    key: "BRA-1",
    name: "Bray Seafront",
    region: "east",
    opened: "2023-06-12",
    royalty: "1500.00",
    operator: "M. Doyle",
    loved: 39,
    visits: [
      ["2026-03-18", 90],
      ["2026-06-16", 93],
    ],
  },
  {
    ...OLD,
    key: "NEW-1",
    name: "Newry Quays",
    region: "east",
    country: "gb_nir",
    format: "mall",
    opened: "2020-10-19",
    royalty: "1800.00",
    operator: "P. McCann",
    fast: [850, 880, 900, 910, 920, 900],
    loved: 37,
    visits: [
      ["2026-02-10", 79],
      ["2026-05-12", 82],
    ],
  },
  {
    ...OLD,
    key: "NAV-1",
    name: "Navan Market",
    region: "east",
    opened: "2018-04-23",
    closed: "2026-06-30",
    royalty: "1200.00",
    operator: "T. Reilly",
    fast: [820, 800, 790, 780, 760, 0],
    loved: 27,
    visits: [["2026-03-11", 76]],
  },
  {
    ...OLD,
    key: "DRO-1",
    name: "Drogheda Bridge",
    region: "east",
    opened: "2021-07-05",
    royalty: "1300.00",
    operator: "C. Brady",
    loved: 38,
    visits: [
      ["2026-02-18", 85],
      ["2026-05-20", 90],
    ],
  },
  {
    ...OLD,
    key: "COR-1",
    name: "Coal Quay",
    region: "south",
    opened: "2017-05-15",
    royalty: "2600.00",
    operator: "E. Murphy",
    fast: [910, 900, 920, 760, 910, 920],
    loved: 40,
    visits: [
      ["2026-02-19", 91],
      ["2026-05-21", 89],
    ],
  },
  {
    ...OLD,
    key: "COR-2",
    name: "Mahon Point",
    region: "south",
    format: "mall",
    opened: "2022-02-28",
    royalty: "3400.00",
    operator: "J. Walsh",
    fast: [970, 970, 975, 980, 980, 975],
    loved: 43,
    visits: [
      ["2026-03-05", 96],
      ["2026-06-04", 97],
    ],
  },
  {
    ...OLD,
    key: "LIM-1",
    name: "Thomas Street",
    region: "south",
    opened: "2021-11-08",
    royalty: "2000.00",
    operator: "K. Hayes",
    solves: [400, 300, 300, 300, 350, 400],
    loved: 35,
    visits: [
      ["2026-02-26", 83],
      ["2026-05-28", 80],
    ],
  },
  {
    ...OLD,
    key: "WAT-1",
    name: "Waterford Glass",
    region: "south",
    opened: "2019-10-07",
    royalty: "1700.00",
    operator: "F. Power",
    loved: 37,
    visits: [
      ["2026-03-10", 88],
      ["2026-06-10", 91],
    ],
  },
  {
    ...OLD,
    key: "ENN-1",
    name: "Ennis Abbey",
    region: "south",
    opened: "2020-06-15",
    royalty: "1400.00",
    operator: "D. Moloney",
    loved: 36,
    visits: [
      ["2026-02-12", 58],
      ["2026-05-14", 66],
    ],
  },
  {
    ...OLD,
    key: "TRA-1",
    name: "Tralee Station",
    region: "south",
    format: "kiosk",
    opened: "2024-08-05",
    royalty: "700.00",
    operator: "N. Sheehy",
    loved: 36,
    visits: [
      ["2026-03-24", 86],
      ["2026-06-23", 87],
    ],
  },
  {
    ...OLD,
    key: "KIL-1",
    name: "Killarney Station",
    region: "south",
    format: "kiosk",
    opened: "2026-04-13",
    royalty: "600.00",
    operator: "L. Foley",
    solves: [900, 900, 500, 500, 900, 900],
    loved: 35,
    visits: [["2026-06-02", 74]],
  },
];
