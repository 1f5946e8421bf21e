/** What else follows from verdicts: points, escalations, ratchets, scorecards and tiers. */
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import type { Head } from "./heads.ts";
import { MoneyRules } from "./money-rules.ts";
import * as node from "./nodes.ts";
import type { Alternatives } from "./value-rules.ts";

type Lengths = Pick<ast.Step, "cure" | "notice">;

export abstract class ConsequenceRules extends MoneyRules {
  // pointsHead : 'points' NAME TEXT? 'on' NAME
  readonly pointsHead = this.RULE("pointsHead", (): Head<ast.PointsDeclaration> => {
    const start = this.start();
    this.CONSUME(word.points);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const on = this.onStandard();
    return { kind: "Points", wordSpan, headSpan: this.since(start), name, label, on };
  });

  // pointsSentence : givesPoints | 'doubled' 'when' event
  readonly pointsSentence = this.RULE(
    "pointsSentence",
    (): ast.PointsSentence =>
      this.OR<Alternatives<ast.PointsSentence>>([
        { ALT: () => this.SUBRULE(this.givesPoints) },
        { ALT: () => this.doubled() },
      ]),
  );

  // givesPoints : 'gives' NUMBER 'points' ( 'when' NAME ( comparing | range ) | 'otherwise' )
  readonly givesPoints = this.RULE("givesPoints", (): ast.GivesPoints => {
    const start = this.start();
    this.CONSUME(word.gives);
    const points = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.CONSUME(word.points);
    const when = this.OR1<Alternatives<ast.GivesPoints["when"]>>([
      {
        ALT: () => {
          this.CONSUME(word.when);
          const metric = node.nameOf(this.CONSUME(tokens.Name));
          const test = this.OR2<Alternatives<ast.Test>>([
            { ALT: () => this.SUBRULE(this.comparing) },
            { ALT: () => this.SUBRULE(this.range) },
          ]);
          return { metric, test };
        },
      },
      { ALT: () => this.CONSUME(word.otherwise) && null },
    ]);
    return { kind: "GivesPoints", span: this.since(start), points, when };
  });

  private doubled(): ast.PointsSentence {
    const start = this.start();
    this.CONSUME(word.doubled);
    this.CONSUME(word.when);
    const event = this.SUBRULE(this.event);
    return { kind: "Doubled", span: this.since(start), event };
  }

  // escalationHead : 'escalation' NAME TEXT? ( 'on' NAME )?
  readonly escalationHead = this.RULE("escalationHead", (): Head<ast.EscalationDeclaration> => {
    const start = this.start();
    this.CONSUME(word.escalation);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION1(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const on = this.OPTION2(() => this.onStandard()) ?? null;
    return { kind: "Escalation", wordSpan, headSpan: this.since(start), name, label, on };
  });

  // escalationSentence : step | 'resets' 'after' event
  readonly escalationSentence = this.RULE(
    "escalationSentence",
    (): ast.EscalationSentence =>
      this.OR<Alternatives<ast.EscalationSentence>>([
        { ALT: () => this.SUBRULE(this.step) },
        { ALT: () => this.resets() },
      ]),
  );

  // step : 'step' NAME TEXT? 'when' ( stepConditions | event ) stepLengths?
  readonly step = this.RULE("step", (): ast.Step => {
    const start = this.start();
    this.CONSUME(word.step);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION1(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    this.CONSUME(word.when);
    const when = this.OR<Alternatives<ast.Step["when"]>>([
      { ALT: () => this.SUBRULE(this.stepConditions) },
      { ALT: () => this.SUBRULE(this.event) },
    ]);
    const lengths = this.OPTION2(() => this.SUBRULE(this.stepLengths));
    const span = this.since(start);
    return this.ACTION(() => {
      const { cure, notice } = lengths ?? { cure: null, notice: null };
      return { kind: "Step", span, name, label, when, cure, notice };
    });
  });

  // stepConditions : stepCondition ( 'and' stepCondition )*
  readonly stepConditions = this.RULE("stepConditions", (): ast.StepConditions => {
    const start = this.start();
    const of: ast.StepCondition[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: word.and,
      DEF: () => of.push(this.SUBRULE(this.stepCondition)),
    });
    return { kind: "StepConditions", span: this.since(start), of };
  });

  // stepCondition : NAME 'is' ( 'not' 'cured' | NAME )
  readonly stepCondition = this.RULE("stepCondition", (): ast.StepCondition => {
    const start = this.start();
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.is);
    const is = this.OR<Alternatives<Pick<ast.StepCondition, "negated" | "value">>>([
      {
        ALT: () => {
          this.CONSUME(word.not);
          return { negated: true, value: node.nameOf(this.CONSUME(word.cured)) };
        },
      },
      { ALT: () => ({ negated: false, value: node.nameOf(this.CONSUME2(tokens.Name)) }) },
    ]);
    const span = this.since(start);
    return this.ACTION(() => ({ kind: "StepCondition", span, name, ...is }));
  });

  // stepLengths : 'cure' 'within' duration ( 'notice' 'within' duration )?
  //             | 'notice' 'within' duration ( 'cure' 'within' duration )?
  readonly stepLengths = this.RULE(
    "stepLengths",
    (): Lengths =>
      this.OR<Alternatives<Lengths>>([
        {
          ALT: () => {
            this.CONSUME1(word.cure);
            this.CONSUME1(word.within);
            const cure = this.SUBRULE1(this.duration);
            const notice = this.OPTION1(() => {
              this.CONSUME1(word.notice);
              this.CONSUME2(word.within);
              return this.SUBRULE2(this.duration);
            });
            return { cure, notice: notice ?? null };
          },
        },
        {
          ALT: () => {
            this.CONSUME2(word.notice);
            this.CONSUME3(word.within);
            const notice = this.SUBRULE3(this.duration);
            const cure = this.OPTION2(() => {
              this.CONSUME2(word.cure);
              this.CONSUME4(word.within);
              return this.SUBRULE4(this.duration);
            });
            return { cure: cure ?? null, notice };
          },
        },
      ]),
  );

  private resets(): ast.EscalationSentence {
    const start = this.start();
    this.CONSUME(word.resets);
    this.CONSUME(word.after);
    const event = this.SUBRULE(this.event);
    return { kind: "Resets", span: this.since(start), event };
  }

  // ratchetHead : 'ratchet' NAME TEXT? 'on' NAME
  readonly ratchetHead = this.RULE("ratchetHead", (): Head<ast.RatchetDeclaration> => {
    const start = this.start();
    this.CONSUME(word.ratchet);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const on = this.onStandard();
    return { kind: "Ratchet", wordSpan, headSpan: this.since(start), name, label, on };
  });

  // ratchetSentence : 'when' event | raisesLimit | capped
  readonly ratchetSentence = this.RULE(
    "ratchetSentence",
    (): ast.RatchetSentence =>
      this.OR<Alternatives<ast.RatchetSentence>>([
        { ALT: () => this.ratchetWhen() },
        { ALT: () => this.SUBRULE(this.raisesLimit) },
        { ALT: () => this.SUBRULE(this.capped) },
      ]),
  );

  private ratchetWhen(): ast.RatchetSentence {
    const start = this.start();
    this.CONSUME(word.when);
    const event = this.SUBRULE(this.event);
    return { kind: "RatchetWhen", span: this.since(start), event };
  }

  // raisesLimit : 'raises' 'limit' 'to' 'halfway' 'between' 'limit' 'and' 'average'
  readonly raisesLimit = this.RULE("raisesLimit", (): ast.RatchetSentence => {
    const start = this.start();
    this.CONSUME(word.raises);
    this.CONSUME1(word.limit);
    this.CONSUME(word.to);
    this.CONSUME(word.halfway);
    this.CONSUME(word.between);
    this.CONSUME2(word.limit);
    this.CONSUME(word.and);
    this.CONSUME(word.average);
    return { kind: "RaisesLimit", span: this.since(start) };
  });

  // scorecardHead : 'scorecard' NAME TEXT?
  readonly scorecardHead = this.RULE("scorecardHead", (): Head<ast.ScorecardDeclaration> => {
    const start = this.start();
    this.CONSUME(word.scorecard);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Scorecard", wordSpan, headSpan: this.since(start), name, label };
  });

  // scorecardSentence : scoreWeight | measured | assessed
  readonly scorecardSentence = this.RULE(
    "scorecardSentence",
    (): ast.ScorecardSentence =>
      this.OR<Alternatives<ast.ScorecardSentence>>([
        { ALT: () => this.SUBRULE(this.scoreWeight) },
        { ALT: () => this.SUBRULE(this.measured) },
        { ALT: () => this.SUBRULE(this.assessed) },
      ]),
  );

  // scoreWeight : 'weight' PERCENT 'to' NAME 'scaled' 'from' bound 'to' bound
  readonly scoreWeight = this.RULE("scoreWeight", (): ast.ScoreWeight => {
    const start = this.start();
    this.CONSUME(word.weight);
    const percent = node.percentOf(this.CONSUME(tokens.Percent));
    this.CONSUME1(word.to);
    const metric = node.nameOf(this.CONSUME(tokens.Name));
    this.CONSUME(word.scaled);
    this.CONSUME(word.from);
    const from = this.SUBRULE1(this.bound);
    this.CONSUME2(word.to);
    const to = this.SUBRULE2(this.bound);
    return { kind: "ScoreWeight", span: this.since(start), percent, metric, from, to };
  });

  // tiersHead : 'tiers' NAME TEXT?
  readonly tiersHead = this.RULE("tiersHead", (): Head<ast.TiersDeclaration> => {
    const start = this.start();
    this.CONSUME(word.tiers);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Tiers", wordSpan, headSpan: this.since(start), name, label };
  });

  // tiersSentence : level | assessed
  readonly tiersSentence = this.RULE(
    "tiersSentence",
    (): ast.TiersSentence =>
      this.OR<Alternatives<ast.TiersSentence>>([
        { ALT: () => this.SUBRULE(this.level) },
        { ALT: () => this.SUBRULE(this.assessed) },
      ]),
  );

  // level : 'level' NAME TEXT? ( 'when' condition | 'otherwise' )
  readonly level = this.RULE("level", (): ast.Level => {
    const start = this.start();
    this.CONSUME(word.level);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const when = this.OR<Alternatives<ast.Condition | null>>([
      {
        ALT: () => {
          this.CONSUME(word.when);
          return this.SUBRULE(this.condition);
        },
      },
      { ALT: () => this.CONSUME(word.otherwise) && null },
    ]);
    return { kind: "Level", span: this.since(start), name, label, when };
  });
}
