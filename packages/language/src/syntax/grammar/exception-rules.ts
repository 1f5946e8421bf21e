/** Exclusions, amendments and tests. */
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import type { Head } from "./heads.ts";
import * as node from "./nodes.ts";
import { StandardRules } from "./standard-rules.ts";
import type { Alternatives } from "./value-rules.ts";

type TestPeriod = ast.Expect["period"];

export abstract class ExceptionRules extends StandardRules {
  // exclusionHead : 'exclusion' NAME TEXT?
  readonly exclusionHead = this.RULE("exclusionHead", (): Head<ast.ExclusionDeclaration> => {
    const start = this.start();
    this.CONSUME(word.exclusion);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Exclusion", wordSpan, headSpan: this.since(start), name, label };
  });

  // exclusionSentence : 'removes' population | affected | 'needs' 'evidence' TEXT
  //                   | recorded | because
  readonly exclusionSentence = this.RULE(
    "exclusionSentence",
    (): ast.ExclusionSentence =>
      this.OR<Alternatives<ast.ExclusionSentence>>([
        { ALT: () => this.removes() },
        { ALT: () => this.SUBRULE(this.affected) },
        { ALT: () => this.evidence() },
        { ALT: () => this.SUBRULE(this.recorded) },
        { ALT: () => this.SUBRULE(this.because) },
      ]),
  );

  private removes(): ast.ExclusionSentence {
    const start = this.start();
    this.CONSUME(word.removes);
    const population = this.SUBRULE(this.population);
    return { kind: "Removes", span: this.since(start), population };
  }

  private evidence(): ast.ExclusionSentence {
    const start = this.start();
    this.CONSUME(word.needs);
    this.CONSUME(word.evidence);
    const text = node.textOf(this.CONSUME(tokens.Text));
    return { kind: "Evidence", span: this.since(start), text };
  }

  // recorded : 'recorded' 'in' population
  readonly recorded = this.RULE("recorded", (): ast.Recorded => {
    const start = this.start();
    this.CONSUME(word.recorded);
    this.CONSUME(word.in);
    const population = this.SUBRULE(this.population);
    return { kind: "Recorded", span: this.since(start), population };
  });

  // affected : 'applies' 'when' 'at' 'least' NUMBER 'partners' 'affected' ( 'by' NAME )?
  readonly affected = this.RULE("affected", (): ast.ExclusionSentence => {
    const start = this.start();
    this.CONSUME(word.applies);
    this.CONSUME(word.when);
    this.CONSUME(word.at);
    this.CONSUME(word.least);
    const partners = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.CONSUME(word.partners);
    this.CONSUME(word.affected);
    const by = this.OPTION(() => {
      this.CONSUME(word.by);
      return node.nameOf(this.CONSUME(tokens.Name));
    });
    return { kind: "Affected", span: this.since(start), partners, by: by ?? null };
  });

  // amendmentHead : 'amendment' NAME TEXT? 'to' NAME 'for' 'partner' TEXT
  readonly amendmentHead = this.RULE("amendmentHead", (): Head<ast.AmendmentDeclaration> => {
    const start = this.start();
    this.CONSUME(word.amendment);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME1(tokens.Text))) ?? null;
    this.CONSUME(word.to);
    const standard = node.nameOf(this.CONSUME2(tokens.Name));
    this.CONSUME(word.for);
    this.CONSUME(word.partner);
    const partner = node.textOf(this.CONSUME2(tokens.Text));
    return { kind: "Amendment", wordSpan, headSpan: this.since(start), name, label, standard, partner };
  });

  // amendmentSentence : effective | changesLimit | because
  readonly amendmentSentence = this.RULE(
    "amendmentSentence",
    (): ast.AmendmentSentence =>
      this.OR<Alternatives<ast.AmendmentSentence>>([
        { ALT: () => this.SUBRULE(this.effective) },
        { ALT: () => this.SUBRULE(this.changesLimit) },
        { ALT: () => this.SUBRULE(this.because) },
      ]),
  );

  // changesLimit : 'changes' 'limit' 'of' NAME 'to' ( comparing | range )
  readonly changesLimit = this.RULE("changesLimit", (): ast.AmendmentSentence => {
    const start = this.start();
    this.CONSUME(word.changes);
    this.CONSUME(word.limit);
    this.CONSUME(word.of);
    const metric = node.nameOf(this.CONSUME(tokens.Name));
    this.CONSUME(word.to);
    const test = this.OR<Alternatives<ast.Test>>([
      { ALT: () => this.SUBRULE(this.comparing) },
      { ALT: () => this.SUBRULE(this.range) },
    ]);
    return { kind: "ChangesLimit", span: this.since(start), metric, test };
  });

  // testHead : 'test' NAME TEXT?
  readonly testHead = this.RULE("testHead", (): Head<ast.TestDeclaration> => {
    const start = this.start();
    this.CONSUME(word.test);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Test", wordSpan, headSpan: this.since(start), name, label };
  });

  // testSentence : expect | given | asOf
  readonly testSentence = this.RULE(
    "testSentence",
    (): ast.TestSentence =>
      this.OR<Alternatives<ast.TestSentence>>([
        { ALT: () => this.SUBRULE(this.expect) },
        { ALT: () => this.SUBRULE(this.given) },
        { ALT: () => this.SUBRULE(this.asOf) },
      ]),
  );

  // asOf : 'as' 'of' day
  readonly asOf = this.RULE("asOf", (): ast.TestSentence => {
    const start = this.start();
    this.CONSUME(word.as);
    this.CONSUME(word.of);
    const at = this.SUBRULE(this.day);
    return { kind: "AsOf", span: this.since(start), at };
  });

  // given : 'given' NAME ( 'from' TEXT | ( 'for' TEXT 'in' period )? ROW+ )
  readonly given = this.RULE("given", (): ast.Given => {
    const start = this.start();
    let source: ast.Text | null = null;
    let partner: ast.Text | null = null;
    let period: TestPeriod | null = null;
    const table: ast.TableRow[] = [];
    this.CONSUME(word.given);
    const dataset = node.nameOf(this.CONSUME(tokens.Name));
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.from);
          source = node.textOf(this.CONSUME1(tokens.Text));
        },
      },
      {
        ALT: () => {
          this.OPTION(() => {
            this.CONSUME(word.for);
            partner = node.textOf(this.CONSUME2(tokens.Text));
            this.CONSUME(word.in);
            period = this.SUBRULE(this.period);
          });
          this.AT_LEAST_ONE(() => table.push(node.rowOf(this.CONSUME(tokens.Row))));
        },
      },
    ]);
    return { kind: "Given", span: this.since(start), dataset, source, partner, period, table };
  });

  // expect : 'expect' NAME 'for' TEXT 'in' period 'is' 'not'? value ( 'because' NAME )?
  readonly expect = this.RULE("expect", (): ast.Expect => {
    const start = this.start();
    this.CONSUME(word.expect);
    const subject = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.for);
    const partner = node.textOf(this.CONSUME(tokens.Text));
    this.CONSUME(word.in);
    const period = this.SUBRULE(this.period);
    this.CONSUME(word.is);
    const negated = this.OPTION1(() => this.CONSUME(word.not)) !== undefined;
    const value = this.SUBRULE(this.value);
    const because = this.OPTION2(() => {
      this.CONSUME(word.because);
      return node.nameOf(this.CONSUME2(tokens.Name));
    });
    const span = this.since(start);
    return { kind: "Expect", span, subject, partner, period, negated, value, because: because ?? null };
  });

  // period : PERIOD | DATE | NUMBER
  readonly period = this.RULE(
    "period",
    (): TestPeriod =>
      this.OR<Alternatives<TestPeriod>>([
        { ALT: () => node.periodOf(this.CONSUME(tokens.Period)) },
        { ALT: () => node.dateOf(this.CONSUME(tokens.DateToken)) },
        { ALT: () => node.numberOf(this.CONSUME(tokens.NumberToken)) },
      ]),
  );
}
