export const countryHolidays: {
  readonly version: string;
  readonly from: number;
  readonly through: number;
  readonly days: Readonly<Record<string, string>>;
} = { version: "3.37.0", from: 2010, through: 2060, days: {} };
