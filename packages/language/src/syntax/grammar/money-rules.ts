/** What is paid because of verdicts: credits and bonuses, with the amounts and events that other consequences share. */
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import { ExceptionRules } from "./exception-rules.ts";
import type { Head } from "./heads.ts";
import * as node from "./nodes.ts";
import type { Alternatives } from "./value-rules.ts";

export abstract class MoneyRules extends ExceptionRules {
  // creditHead : 'credit' NAME TEXT? ( 'on' NAME )?
  readonly creditHead = this.RULE("creditHead", (): Head<ast.CreditDeclaration> => {
    const start = this.start();
    this.CONSUME(word.credit);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION1(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const on = this.OPTION2(() => this.onStandard()) ?? null;
    return { kind: "Credit", wordSpan, headSpan: this.since(start), name, label, on };
  });

  // bonusHead : 'bonus' NAME TEXT? ( 'on' NAME )?
  readonly bonusHead = this.RULE("bonusHead", (): Head<ast.BonusDeclaration> => {
    const start = this.start();
    this.CONSUME(word.bonus);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION1(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const on = this.OPTION2(() => this.onStandard()) ?? null;
    return { kind: "Bonus", wordSpan, headSpan: this.since(start), name, label, on };
  });

  protected onStandard(): ast.Name {
    this.CONSUME(word.on);
    return node.nameOf(this.CONSUME2(tokens.Name));
  }

  // creditSentence : putsAtRisk | missWeight | 'forgives' NUMBER 'misses' each | 'earns' 'back' 'when' event
  //                | moneySentence
  readonly creditSentence = this.RULE(
    "creditSentence",
    (): ast.CreditSentence =>
      this.OR<Alternatives<ast.CreditSentence>>([
        { ALT: () => this.SUBRULE(this.putsAtRisk) },
        { ALT: () => this.SUBRULE(this.missWeight) },
        { ALT: () => this.forgives() },
        { ALT: () => this.earnsBack() },
        { ALT: () => this.SUBRULE(this.moneySentence) },
      ]),
  );

  // putsAtRisk : 'puts' payment 'at' 'risk' each
  readonly putsAtRisk = this.RULE("putsAtRisk", (): ast.CreditSentence => {
    const start = this.start();
    this.CONSUME(word.puts);
    const amount = this.SUBRULE(this.payment);
    this.CONSUME(word.at);
    this.CONSUME(word.risk);
    const each = this.SUBRULE(this.each);
    return { kind: "PutsAtRisk", span: this.since(start), amount, each };
  });

  // missWeight : 'weight' PERCENT 'to' NAME 'when' 'missed'
  readonly missWeight = this.RULE("missWeight", (): ast.CreditSentence => {
    const start = this.start();
    this.CONSUME(word.weight);
    const percent = node.percentOf(this.CONSUME(tokens.Percent));
    this.CONSUME(word.to);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    this.CONSUME(word.when);
    this.CONSUME(word.missed);
    return { kind: "MissWeight", span: this.since(start), percent, name };
  });

  private forgives(): ast.CreditSentence {
    const start = this.start();
    this.CONSUME(word.forgives);
    const misses = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.CONSUME(word.misses);
    const each = this.SUBRULE(this.each);
    return { kind: "Forgives", span: this.since(start), misses, each };
  }

  private earnsBack(): ast.CreditSentence {
    const start = this.start();
    this.CONSUME(word.earns);
    this.CONSUME(word.back);
    this.CONSUME(word.when);
    const event = this.SUBRULE(this.event);
    return { kind: "EarnsBack", span: this.since(start), event };
  }

  // moneySentence : 'pays' 'for' 'rows' 'of' NAME | gives | capped | 'unless' NAME 'is' NAME
  //               | ignoresAmounts | excluding | 'additional' 'to' NAME | because
  readonly moneySentence = this.RULE(
    "moneySentence",
    (): ast.MoneySentence =>
      this.OR<Alternatives<ast.MoneySentence>>([
        { ALT: () => this.paysForRows() },
        { ALT: () => this.SUBRULE(this.gives) },
        { ALT: () => this.SUBRULE(this.capped) },
        { ALT: () => this.unless() },
        { ALT: () => this.SUBRULE(this.ignoresAmounts) },
        { ALT: () => this.SUBRULE(this.excluding) },
        { ALT: () => this.additionalTo() },
        { ALT: () => this.SUBRULE(this.because) },
      ]),
  );

  private paysForRows(): ast.MoneySentence {
    const start = this.start();
    this.CONSUME(word.pays);
    this.CONSUME(word.for);
    this.CONSUME(word.rows);
    this.CONSUME(word.of);
    const dataset = node.nameOf(this.CONSUME1(tokens.Name));
    return { kind: "PaysForRows", span: this.since(start), dataset };
  }

  private unless(): ast.MoneySentence {
    const start = this.start();
    this.CONSUME(word.unless);
    const name = node.nameOf(this.CONSUME2(tokens.Name));
    this.CONSUME(word.is);
    const verdict = node.nameOf(this.CONSUME3(tokens.Name));
    return { kind: "Unless", span: this.since(start), name, verdict };
  }

  // ignoresAmounts : 'ignores' 'amounts' 'of' 'at' 'most' money
  readonly ignoresAmounts = this.RULE("ignoresAmounts", (): ast.MoneySentence => {
    const start = this.start();
    this.CONSUME(word.ignores);
    this.CONSUME(word.amounts);
    this.CONSUME(word.of);
    this.CONSUME(word.at);
    this.CONSUME(word.most);
    const amount = this.SUBRULE(this.money);
    return { kind: "IgnoresAmounts", span: this.since(start), amount };
  });

  private additionalTo(): ast.MoneySentence {
    const start = this.start();
    this.CONSUME(word.additional);
    this.CONSUME(word.to);
    const credit = node.nameOf(this.CONSUME4(tokens.Name));
    return { kind: "AdditionalTo", span: this.since(start), credit };
  }

  // payment : PERCENT 'of' NAME | money
  readonly payment = this.RULE(
    "payment",
    (): ast.Amount =>
      this.OR<Alternatives<ast.Amount>>([
        { ALT: () => this.percentOf() },
        { ALT: () => this.SUBRULE(this.money) },
      ]),
  );

  private percentOf(): ast.PercentOf {
    const start = this.start();
    const percent = node.percentOf(this.CONSUME(tokens.Percent));
    this.CONSUME(word.of);
    const of = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "PercentOf", span: this.since(start), percent, of };
  }

  // gives : 'gives' payment ( 'for' 'each' givesTimes )? ( 'when' condition )?
  readonly gives = this.RULE("gives", (): ast.Gives => {
    const start = this.start();
    this.CONSUME(word.gives);
    const amount = this.SUBRULE(this.payment);
    const times = this.OPTION1(() => {
      this.CONSUME(word.for);
      this.CONSUME(word.each);
      return this.SUBRULE(this.givesTimes);
    });
    const when = this.OPTION2(() => {
      this.CONSUME(word.when);
      return this.SUBRULE(this.condition);
    });
    return { kind: "Gives", span: this.since(start), amount, times: times ?? null, when: when ?? null };
  });

  // givesTimes : 'percentage' 'point' 'below' 'the' 'limit' | 'started' UNIT 'of' NAME 'in' NAME
  readonly givesTimes = this.RULE(
    "givesTimes",
    (): ast.GivesTimes =>
      this.OR<Alternatives<ast.GivesTimes>>([
        { ALT: () => this.pointsBelow() },
        { ALT: () => this.startedUnits() },
      ]),
  );

  private pointsBelow(): ast.GivesTimes {
    const start = this.start();
    this.CONSUME(word.percentage);
    this.CONSUME(word.point);
    this.CONSUME(word.below);
    this.CONSUME(word.the);
    this.CONSUME(word.limit);
    return { kind: "PointsBelowLimit", span: this.since(start) };
  }

  private startedUnits(): ast.GivesTimes {
    const start = this.start();
    this.CONSUME(word.started);
    const unit = this.CONSUME(tokens.Unit);
    this.CONSUME(word.of);
    const field = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.in);
    const dataset = node.nameOf(this.CONSUME2(tokens.Name));
    const span = this.since(start);
    return this.ACTION(() => ({
      kind: "StartedUnits",
      span,
      unit: node.unitOf(unit),
      unitSpan: node.across(unit, unit),
      field,
      dataset,
    }));
  }

  // capped : 'capped' 'at' ( PERCENT ( 'of' NAME each )? | money each )
  readonly capped = this.RULE("capped", (): ast.Capped => {
    const start = this.start();
    this.CONSUME(word.capped);
    this.CONSUME(word.at);
    const cap = this.OR<Alternatives<Pick<ast.Capped, "amount" | "each">>>([
      { ALT: () => this.percentCap() },
      {
        ALT: () => {
          const amount = this.SUBRULE(this.money);
          return { amount, each: this.SUBRULE1(this.each) };
        },
      },
    ]);
    const span = this.since(start);
    return this.ACTION(() => ({ kind: "Capped", span, ...cap }));
  });

  private percentCap(): Pick<ast.Capped, "amount" | "each"> {
    const start = this.start();
    const percent = node.percentOf(this.CONSUME(tokens.Percent));
    const of = this.OPTION((): Pick<ast.Capped, "amount" | "each"> => {
      this.CONSUME(word.of);
      const base = node.nameOf(this.CONSUME(tokens.Name));
      const amount: ast.PercentOf = { kind: "PercentOf", span: this.since(start), percent, of: base };
      return { amount, each: this.SUBRULE2(this.each) };
    });
    return of ?? { amount: percent, each: null };
  }

  // event : ( 'met' | 'missed' | 'exceeded' ) eventCount?
  readonly event = this.RULE("event", (): ast.EventNode => {
    const start = this.start();
    const what = this.OR1<Alternatives<ast.EventNode["what"]>>([
      { ALT: () => this.CONSUME(word.met) && "met" },
      { ALT: () => this.CONSUME(word.missed) && "missed" },
      { ALT: () => this.CONSUME(word.exceeded) && "exceeded" },
    ]);
    const count = this.OPTION(() => this.SUBRULE(this.eventCount));
    return { kind: "Event", span: this.since(start), what, count: count ?? null };
  });

  // eventCount : NUMBER ( 'times' 'in' 'rolling' duration | ( 'half' ( 'year' | 'years' ) | UNIT ) 'in' 'a' 'row' )
  readonly eventCount = this.RULE("eventCount", (): ast.EventCount => {
    const start = this.start();
    const number = node.numberOf(this.CONSUME(tokens.NumberToken));
    return this.OR1<Alternatives<ast.EventCount>>([
      {
        ALT: () => {
          this.CONSUME(word.times);
          this.CONSUME1(word.in);
          this.CONSUME(word.rolling);
          const length = this.SUBRULE(this.duration);
          return { kind: "TimesIn", span: this.since(start), times: number, length };
        },
      },
      {
        ALT: () => {
          const unit = this.rowUnit();
          this.CONSUME2(word.in);
          this.CONSUME(word.a);
          this.CONSUME(word.row);
          return { kind: "InARow", span: this.since(start), length: number, ...unit };
        },
      },
    ]);
  });

  private rowUnit(): RowUnit {
    return this.OR2<Alternatives<RowUnit>>([
      {
        ALT: () => {
          const half = this.CONSUME(word.half);
          const years = this.OR3([
            { ALT: () => this.CONSUME(word.year) },
            { ALT: () => this.CONSUME(word.years) },
          ]);
          return this.ACTION(() => ({ unit: "half_year", unitSpan: node.across(half, years) }));
        },
      },
      {
        ALT: () => {
          const unit = this.CONSUME(tokens.Unit);
          return this.ACTION(() => ({ unit: node.unitOf(unit), unitSpan: node.across(unit, unit) }));
        },
      },
    ]);
  }
}

type RowUnit = Pick<ast.EventCount & { readonly kind: "InARow" }, "unit" | "unitSpan">;
