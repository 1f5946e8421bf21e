/** Kinds of declarations that give verdicts, and may stand where a verdict is read (SPEC §3.7.4). */
export const verdictKinds = ["Standard", "Attestation", "Duty"] as const;
