/** What people state and deliver, when it is due, and what is shown: ramp-ups, attestations, duties, touchpoints, reports. */
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import { ConsequenceRules } from "./consequence-rules.ts";
import type { Head } from "./heads.ts";
import * as node from "./nodes.ts";
import type { Alternatives } from "./value-rules.ts";

type Party = "partner" | "brand";

export abstract class FactRules extends ConsequenceRules {
  // party : 'partner' | 'brand'
  readonly party = this.RULE(
    "party",
    (): Party =>
      this.OR<Alternatives<Party>>([
        { ALT: () => this.CONSUME(word.partner) && "partner" },
        { ALT: () => this.CONSUME(word.brand) && "brand" },
      ]),
  );

  // rampUpHead : 'ramp_up' NAME TEXT? ( 'for' 'partners' 'where' condition )?
  readonly rampUpHead = this.RULE("rampUpHead", (): Head<ast.RampUpDeclaration> => {
    const start = this.start();
    this.CONSUME(word.ramp_up);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION1(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const where = this.OPTION2(() => {
      this.CONSUME(word.for);
      this.CONSUME(word.partners);
      this.CONSUME(word.where);
      return this.SUBRULE(this.condition);
    });
    return { kind: "RampUp", wordSpan, headSpan: this.since(start), name, label, where: where ?? null };
  });

  // rampUpSentence : 'lasts' duration 'since' NAME | untilRows | 'suspends' names
  readonly rampUpSentence = this.RULE(
    "rampUpSentence",
    (): ast.RampUpSentence =>
      this.OR<Alternatives<ast.RampUpSentence>>([
        { ALT: () => this.lasts() },
        { ALT: () => this.SUBRULE(this.untilRows) },
        { ALT: () => this.suspends() },
      ]),
  );

  private lasts(): ast.RampUpSentence {
    const start = this.start();
    this.CONSUME(word.lasts);
    const length = this.SUBRULE(this.duration);
    this.CONSUME(word.since);
    const since = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "Lasts", span: this.since(start), length, since };
  }

  // untilRows : 'until' NUMBER NAME 'since' NAME
  readonly untilRows = this.RULE("untilRows", (): ast.RampUpSentence => {
    const start = this.start();
    this.CONSUME(word.until);
    const count = node.numberOf(this.CONSUME(tokens.NumberToken));
    const of = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.since);
    const since = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "UntilRows", span: this.since(start), count, of, since };
  });

  private suspends(): ast.RampUpSentence {
    const start = this.start();
    this.CONSUME(word.suspends);
    const names = this.SUBRULE(this.names);
    return { kind: "Suspends", span: this.since(start), names };
  }

  // attestationHead : 'attestation' NAME TEXT?
  readonly attestationHead = this.RULE("attestationHead", (): Head<ast.AttestationDeclaration> => {
    const start = this.start();
    this.CONSUME(word.attestation);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Attestation", wordSpan, headSpan: this.since(start), name, label };
  });

  // attestationSentence : 'given' 'by' party | 'evidence' NAME | recorded | validity | 'due' deadline
  readonly attestationSentence = this.RULE(
    "attestationSentence",
    (): ast.AttestationSentence =>
      this.OR<Alternatives<ast.AttestationSentence>>([
        { ALT: () => this.givenBy() },
        { ALT: () => this.evidenceKind() },
        { ALT: () => this.SUBRULE(this.recorded) },
        { ALT: () => this.SUBRULE(this.validity) },
        { ALT: () => this.dueSentence() },
      ]),
  );

  private givenBy(): ast.AttestationSentence {
    const start = this.start();
    this.CONSUME(word.given);
    this.CONSUME(word.by);
    const party = this.SUBRULE(this.party);
    return this.ACTION(() => ({ kind: "GivenBy", span: this.since(start), party }));
  }

  private evidenceKind(): ast.AttestationSentence {
    const start = this.start();
    this.CONSUME(word.evidence);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "EvidenceKind", span: this.since(start), word: name };
  }

  // validity : 'valid' ( duration | 'until' NAME )
  readonly validity = this.RULE("validity", (): ast.AttestationSentence => {
    const start = this.start();
    this.CONSUME(word.valid);
    return this.OR<Alternatives<ast.AttestationSentence>>([
      {
        ALT: () => {
          const length = this.SUBRULE(this.duration);
          return { kind: "ValidFor", span: this.since(start), length };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.until);
          const field = node.nameOf(this.CONSUME(tokens.Name));
          return { kind: "ValidUntil", span: this.since(start), field };
        },
      },
    ]);
  });

  private dueSentence(): ast.DueSentence {
    const start = this.start();
    this.CONSUME(word.due);
    const due = this.SUBRULE(this.deadline);
    return { kind: "DueSentence", span: this.since(start), due };
  }

  // deadline : 'within' duration ( 'of' NAME | 'after' each ) | 'on' ( dueDay | day )
  readonly deadline = this.RULE("deadline", (): ast.Due => {
    const start = this.start();
    return this.OR1<Alternatives<ast.Due>>([
      { ALT: () => this.dueWithin(start) },
      {
        ALT: () => {
          this.CONSUME(word.on);
          return this.OR2<Alternatives<ast.Due>>([
            { ALT: () => this.SUBRULE(this.dueDay, { ARGS: [start] }) },
            {
              ALT: () => {
                const at = this.SUBRULE(this.day);
                return { kind: "DueOn", span: this.since(start), at };
              },
            },
          ]);
        },
      },
    ]);
  });

  private dueWithin(start: number): ast.Due {
    this.CONSUME(word.within);
    const length = this.SUBRULE(this.duration);
    return this.OR3<Alternatives<ast.Due>>([
      {
        ALT: () => {
          this.CONSUME(word.of);
          const field = node.nameOf(this.CONSUME(tokens.Name));
          return { kind: "DueOf", span: this.since(start), length, field };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.after);
          const each = this.SUBRULE(this.each);
          return { kind: "DueAfter", span: this.since(start), length, each };
        },
      },
    ]);
  }

  // dueDay : 'business'? 'day' NUMBER 'after' each
  readonly dueDay = this.RULE("dueDay", (start: number): ast.Due => {
    const business = this.OPTION(() => this.CONSUME(word.business)) !== undefined;
    this.CONSUME(word.day);
    const day = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.CONSUME(word.after);
    const each = this.SUBRULE(this.each);
    return { kind: "DueOnDay", span: this.since(start), business, day, each };
  });

  // dutyHead : 'duty' NAME TEXT? 'by' party
  readonly dutyHead = this.RULE("dutyHead", (): Head<ast.DutyDeclaration> => {
    const start = this.start();
    this.CONSUME(word.duty);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    this.CONSUME(word.by);
    const by = this.SUBRULE(this.party);
    return { kind: "Duty", wordSpan, headSpan: this.since(start), name, label, by };
  });

  // dutySentence : 'delivers' TEXT | recorded | 'due' deadline | 'when' condition | ifMissed
  readonly dutySentence = this.RULE(
    "dutySentence",
    (): ast.DutySentence =>
      this.OR<Alternatives<ast.DutySentence>>([
        { ALT: () => this.delivers() },
        { ALT: () => this.SUBRULE(this.recorded) },
        { ALT: () => this.dueSentence() },
        { ALT: () => this.dutyWhen() },
        { ALT: () => this.SUBRULE(this.ifMissed) },
      ]),
  );

  private delivers(): ast.DutySentence {
    const start = this.start();
    this.CONSUME(word.delivers);
    const text = node.textOf(this.CONSUME(tokens.Text));
    return { kind: "Delivers", span: this.since(start), text };
  }

  private dutyWhen(): ast.DutySentence {
    const start = this.start();
    this.CONSUME(word.when);
    const condition = this.SUBRULE(this.condition);
    return { kind: "DutyWhen", span: this.since(start), condition };
  }

  // ifMissed : 'if' 'missed' NAME 'counts' 'as' NAME
  readonly ifMissed = this.RULE("ifMissed", (): ast.DutySentence => {
    const start = this.start();
    this.CONSUME(word.if);
    this.CONSUME(word.missed);
    const standard = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.counts);
    this.CONSUME(word.as);
    const verdict = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "IfMissed", span: this.since(start), standard, verdict };
  });

  // touchpointHead : 'touchpoint' NAME TEXT?
  readonly touchpointHead = this.RULE("touchpointHead", (): Head<ast.TouchpointDeclaration> => {
    const start = this.start();
    this.CONSUME(word.touchpoint);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Touchpoint", wordSpan, headSpan: this.since(start), name, label };
  });

  // touchpointSentence : 'stage' NAME | 'channel' NAME | runBy
  readonly touchpointSentence = this.RULE(
    "touchpointSentence",
    (): ast.TouchpointSentence =>
      this.OR<Alternatives<ast.TouchpointSentence>>([
        { ALT: () => this.stage() },
        { ALT: () => this.channel() },
        { ALT: () => this.SUBRULE(this.runBy) },
      ]),
  );

  private stage(): ast.TouchpointSentence {
    const start = this.start();
    this.CONSUME(word.stage);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    return { kind: "Stage", span: this.since(start), word: name };
  }

  private channel(): ast.TouchpointSentence {
    const start = this.start();
    this.CONSUME(word.channel);
    const name = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "Channel", span: this.since(start), word: name };
  }

  // runBy : 'run' 'by' 'partners' ( 'where' condition )?
  readonly runBy = this.RULE("runBy", (): ast.TouchpointSentence => {
    const start = this.start();
    this.CONSUME(word.run);
    this.CONSUME(word.by);
    this.CONSUME(word.partners);
    const where = this.OPTION(() => {
      this.CONSUME(word.where);
      return this.SUBRULE(this.condition);
    });
    return { kind: "RunBy", span: this.since(start), where: where ?? null };
  });

  // reportHead : 'report' NAME TEXT? 'for' party
  readonly reportHead = this.RULE("reportHead", (): Head<ast.ReportDeclaration> => {
    const start = this.start();
    this.CONSUME(word.report);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    this.CONSUME(word.for);
    const edition = this.SUBRULE(this.party);
    return { kind: "Report", wordSpan, headSpan: this.since(start), name, label, edition };
  });

  // reportSentence : 'due' deadline | 'shows' names | comparesWithPeers
  //                | 'hides' ( 'groups' 'under' NUMBER 'rows' | 'personal' 'fields' )
  readonly reportSentence = this.RULE(
    "reportSentence",
    (): ast.ReportSentence =>
      this.OR1<Alternatives<ast.ReportSentence>>([
        { ALT: () => this.dueSentence() },
        { ALT: () => this.shows() },
        { ALT: () => this.SUBRULE(this.comparesWithPeers) },
        { ALT: () => this.hides() },
      ]),
  );

  private shows(): ast.ReportSentence {
    const start = this.start();
    this.CONSUME(word.shows);
    const names = this.SUBRULE(this.names);
    return { kind: "Shows", span: this.since(start), names };
  }

  // comparesWithPeers : 'compares' 'with' 'peers' 'when' 'at' 'least' NUMBER 'peers'
  readonly comparesWithPeers = this.RULE("comparesWithPeers", (): ast.ReportSentence => {
    const start = this.start();
    this.CONSUME(word.compares);
    this.CONSUME(word.with);
    this.CONSUME1(word.peers);
    this.CONSUME(word.when);
    this.CONSUME(word.at);
    this.CONSUME(word.least);
    const atLeast = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.CONSUME2(word.peers);
    return { kind: "ComparesWithPeers", span: this.since(start), atLeast };
  });

  private hides(): ast.ReportSentence {
    const start = this.start();
    this.CONSUME(word.hides);
    return this.OR2<Alternatives<ast.ReportSentence>>([
      {
        ALT: () => {
          this.CONSUME(word.groups);
          this.CONSUME(word.under);
          const under = node.numberOf(this.CONSUME(tokens.NumberToken));
          this.CONSUME(word.rows);
          return { kind: "HidesGroups", span: this.since(start), under };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.personal);
          this.CONSUME(word.fields);
          return { kind: "HidesPersonal", span: this.since(start) };
        },
      },
    ]);
  }
}
