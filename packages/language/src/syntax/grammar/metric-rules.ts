/** Metrics: the form on the head line, and the few sentences below it. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import { ClockRules } from "./clock-rules.ts";
import type { Head } from "./heads.ts";
import * as node from "./nodes.ts";
import type { Alternatives } from "./value-rules.ts";

type Single = "Sum" | "Median" | "Lowest" | "Highest" | "Latest";

export abstract class MetricRules extends ClockRules {
  // metricHead : 'metric' NAME TEXT? metricForm
  readonly metricHead = this.RULE("metricHead", (): Head<ast.MetricDeclaration> => {
    const start = this.start();
    this.CONSUME(word.metric);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    const form = this.SUBRULE(this.metricForm);
    return { kind: "Metric", wordSpan, headSpan: this.since(start), name, label, form };
  });

  // metricForm : share | count | average | percentile | netScore | rate | ratio | single
  readonly metricForm = this.RULE(
    "metricForm",
    (): ast.MetricForm =>
      this.OR<Alternatives<ast.MetricForm>>([
        { ALT: () => this.SUBRULE(this.share) },
        { ALT: () => this.SUBRULE(this.count) },
        { ALT: () => this.SUBRULE(this.average) },
        { ALT: () => this.SUBRULE(this.percentile) },
        { ALT: () => this.SUBRULE(this.netScore) },
        { ALT: () => this.SUBRULE(this.rate) },
        { ALT: () => this.SUBRULE(this.ratio) },
        { ALT: () => this.SUBRULE(this.single) },
      ]),
  );

  // share : 'percent' 'of' ( 'time' 'outside' NAME | population 'out' 'of' population )
  readonly share = this.RULE("share", (): ast.MetricForm => {
    const start = this.start();
    this.CONSUME(word.percent);
    this.CONSUME1(word.of);
    return this.OR<Alternatives<ast.MetricForm>>([
      { ALT: () => this.timeOutside(start) },
      { ALT: () => this.partOfWhole(start) },
    ]);
  });

  private timeOutside(start: number): ast.MetricForm {
    this.CONSUME(word.time);
    this.CONSUME(word.outside);
    const clock = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "TimeOutside", span: this.since(start), clock };
  }

  private partOfWhole(start: number): ast.MetricForm {
    const numerator = this.SUBRULE1(this.population);
    this.CONSUME(word.out);
    this.CONSUME2(word.of);
    const denominator = this.SUBRULE2(this.population);
    return { kind: "Share", span: this.since(start), numerator, denominator };
  }

  // count : 'number' 'of' ( 'different' NAME 'in' population | population )
  readonly count = this.RULE("count", (): ast.MetricForm => {
    const start = this.start();
    this.CONSUME(word.number);
    this.CONSUME(word.of);
    return this.OR<Alternatives<ast.MetricForm>>([
      {
        ALT: () => {
          this.CONSUME(word.different);
          const field = node.nameOf(this.CONSUME(tokens.Name));
          this.CONSUME(word.in);
          const population = this.SUBRULE1(this.population);
          return { kind: "Distinct", span: this.since(start), field, population };
        },
      },
      {
        ALT: () => {
          const population = this.SUBRULE2(this.population);
          return { kind: "Count", span: this.since(start), population };
        },
      },
    ]);
  });

  // average : 'average' 'of' NAME ( 'in' population | eachSpan )
  readonly average = this.RULE("average", (): ast.MetricForm => {
    const start = this.start();
    this.CONSUME(word.average);
    this.CONSUME(word.of);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    return this.OR<Alternatives<ast.MetricForm>>([
      {
        ALT: () => {
          this.CONSUME(word.in);
          const population = this.SUBRULE(this.population);
          return { kind: "Average", span: this.since(start), field: name, population };
        },
      },
      {
        ALT: () => {
          const each = this.SUBRULE(this.eachSpan);
          return { kind: "PeriodMean", span: this.since(start), metric: name, each };
        },
      },
    ]);
  });

  // single : ( 'sum' 'of' | 'median' 'of' | 'lowest' 'of' | 'highest' 'of' | 'latest' ) NAME 'in' population
  readonly single = this.RULE("single", (): ast.MetricForm => {
    const start = this.start();
    const kind = this.OR<Alternatives<Single>>([
      { ALT: () => this.CONSUME(word.sum) && this.CONSUME1(word.of) && "Sum" },
      { ALT: () => this.CONSUME(word.median) && this.CONSUME2(word.of) && "Median" },
      { ALT: () => this.CONSUME(word.lowest) && this.CONSUME3(word.of) && "Lowest" },
      { ALT: () => this.CONSUME(word.highest) && this.CONSUME4(word.of) && "Highest" },
      { ALT: () => this.CONSUME(word.latest) && "Latest" },
    ]);
    const field = node.nameOf(this.CONSUME(tokens.Name));
    this.CONSUME(word.in);
    const population = this.SUBRULE(this.population);
    return { kind, span: this.since(start), field, population };
  });

  // percentile : 'percentile' NUMBER 'of' NAME 'in' population
  readonly percentile = this.RULE("percentile", (): ast.MetricForm => {
    const start = this.start();
    this.CONSUME(word.percentile);
    const percent = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.CONSUME(word.of);
    const field = node.nameOf(this.CONSUME(tokens.Name));
    this.CONSUME(word.in);
    const population = this.SUBRULE(this.population);
    return { kind: "Percentile", span: this.since(start), percent, field, population };
  });

  // netScore : 'net' 'score' 'of' NAME 'in' population 'promoters' scores 'detractors' scores
  readonly netScore = this.RULE("netScore", (): ast.MetricForm => {
    const start = this.start();
    this.CONSUME(word.net);
    this.CONSUME(word.score);
    this.CONSUME(word.of);
    const field = node.nameOf(this.CONSUME(tokens.Name));
    this.CONSUME(word.in);
    const population = this.SUBRULE(this.population);
    this.CONSUME(word.promoters);
    const promoters = this.SUBRULE1(this.scores);
    this.CONSUME(word.detractors);
    const detractors = this.SUBRULE2(this.scores);
    return { kind: "NetScore", span: this.since(start), field, population, promoters, detractors };
  });

  // scores : NUMBER 'to' NUMBER
  readonly scores: ParserMethod<[], readonly [ast.NumberValue, ast.NumberValue]> = this.RULE("scores", () => {
    const low = node.numberOf(this.CONSUME1(tokens.NumberToken));
    this.CONSUME(word.to);
    return [low, node.numberOf(this.CONSUME2(tokens.NumberToken))] as const;
  });

  // rate : 'rate' 'of' population 'per' NUMBER population
  readonly rate = this.RULE("rate", (): ast.MetricForm => {
    const start = this.start();
    this.CONSUME(word.rate);
    this.CONSUME(word.of);
    const numerator = this.SUBRULE1(this.population);
    this.CONSUME(word.per);
    const per = node.numberOf(this.CONSUME(tokens.NumberToken));
    const denominator = this.SUBRULE2(this.population);
    return { kind: "Rate", span: this.since(start), numerator, per, denominator };
  });

  // ratio : 'ratio' 'of' NAME 'to' NAME
  readonly ratio = this.RULE("ratio", (): ast.MetricForm => {
    const start = this.start();
    this.CONSUME(word.ratio);
    this.CONSUME(word.of);
    const numerator = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.to);
    const denominator = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "Ratio", span: this.since(start), numerator, denominator };
  });

  // metricSentence : 'dated' NAME | final | countsAtMost | better
  readonly metricSentence = this.RULE(
    "metricSentence",
    (): ast.MetricSentence =>
      this.OR<Alternatives<ast.MetricSentence>>([
        { ALT: () => this.metricDated() },
        { ALT: () => this.SUBRULE(this.final) },
        { ALT: () => this.SUBRULE(this.countsAtMost) },
        { ALT: () => this.SUBRULE(this.better) },
      ]),
  );

  private metricDated(): ast.MetricSentence {
    const start = this.start();
    this.CONSUME(word.dated);
    const field = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "MetricDated", span: this.since(start), field };
  }

  // final : 'final' plainDuration 'after' 'the' 'period'
  readonly final = this.RULE("final", (): ast.MetricSentence => {
    const start = this.start();
    this.CONSUME(word.final);
    const length = this.SUBRULE(this.plainDuration);
    this.CONSUME(word.after);
    this.CONSUME(word.the);
    this.CONSUME(word.period);
    return { kind: "Final", span: this.since(start), length };
  });

  // countsAtMost : 'counts' 'at' 'most' NUMBER 'rows' 'per' NAME
  readonly countsAtMost = this.RULE("countsAtMost", (): ast.MetricSentence => {
    const start = this.start();
    this.CONSUME(word.counts);
    this.CONSUME(word.at);
    this.CONSUME(word.most);
    const rows = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.CONSUME(word.rows);
    this.CONSUME(word.per);
    const per = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "CountsAtMost", span: this.since(start), rows, per };
  });

  // better : ( 'higher' | 'lower' ) 'is' 'better'
  readonly better = this.RULE("better", (): ast.MetricSentence => {
    const start = this.start();
    const direction = this.OR<Alternatives<"higher" | "lower">>([
      { ALT: () => this.CONSUME(word.higher) && "higher" },
      { ALT: () => this.CONSUME(word.lower) && "lower" },
    ]);
    this.CONSUME(word.is);
    this.CONSUME(word.better);
    return { kind: "Better", span: this.since(start), direction };
  });
}
