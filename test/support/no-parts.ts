/** The lists of a bundle or model that declares no consequences, human facts, touchpoints and reports. */
export const noParts = {
  rampUps: [],
  attestations: [],
  duties: [],
  credits: [],
  bonuses: [],
  points: [],
  escalations: [],
  ratchets: [],
  scorecards: [],
  tiers: [],
  touchpoints: [],
  reports: [],
} as const;
