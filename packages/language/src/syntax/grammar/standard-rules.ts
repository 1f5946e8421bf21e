/** Standards: what is required, of whom, over which window, on how much data. */
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import type { Head } from "./heads.ts";
import { MetricRules } from "./metric-rules.ts";
import * as node from "./nodes.ts";
import type { Alternatives } from "./value-rules.ts";

/** A limit and the group that it holds for, before it is known which rows it applies to. */
interface BareLimit {
  readonly start: number;
  readonly test: ast.LimitTest;
  readonly group: ast.Name | null;
}

export abstract class StandardRules extends MetricRules {
  // standardHead : 'standard' NAME TEXT?
  readonly standardHead = this.RULE("standardHead", (): Head<ast.StandardDeclaration> => {
    const start = this.start();
    this.CONSUME(word.standard);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Standard", wordSpan, headSpan: this.since(start), name, label };
  });

  // standardSentence : requires | applies | measured | needs | because | tolerates | 'warns' 'when'
  //                  condition | assessed | excluding | 'missing' 'data' 'counts' 'as' NAME | 'covers' names
  //                  | 'binds' 'brand' | judgedWith
  readonly standardSentence = this.RULE(
    "standardSentence",
    (): ast.StandardSentence =>
      this.OR<Alternatives<ast.StandardSentence>>([
        { ALT: () => this.SUBRULE(this.requires) },
        { ALT: () => this.SUBRULE(this.applies) },
        { ALT: () => this.SUBRULE(this.measured) },
        { ALT: () => this.SUBRULE(this.needs) },
        { ALT: () => this.SUBRULE(this.because) },
        { ALT: () => this.SUBRULE(this.tolerates) },
        { ALT: () => this.warnsWhen() },
        { ALT: () => this.SUBRULE(this.assessed) },
        { ALT: () => this.SUBRULE(this.excluding) },
        { ALT: () => this.missingData() },
        { ALT: () => this.covers() },
        { ALT: () => this.bindsBrand() },
        { ALT: () => this.SUBRULE(this.judgedWith) },
      ]),
  );

  // applies : 'applies' ( 'to' 'partners' ( 'where' condition )? | 'when' condition )
  readonly applies = this.RULE("applies", (): ast.StandardSentence => {
    const start = this.start();
    this.CONSUME(word.applies);
    return this.OR<Alternatives<ast.StandardSentence>>([
      {
        ALT: () => {
          this.CONSUME(word.to);
          this.CONSUME(word.partners);
          const where = this.OPTION(() => {
            this.CONSUME(word.where);
            return this.SUBRULE1(this.condition);
          });
          return { kind: "AppliesTo", span: this.since(start), where: where ?? null };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.when);
          const condition = this.SUBRULE2(this.condition);
          return { kind: "AppliesWhen", span: this.since(start), condition };
        },
      },
    ]);
  });

  // requires : 'requires' NAME limit ( ( 'or' NAME limit )+ | rowTail limitRow* )?
  readonly requires = this.RULE("requires", (): ast.Requires => {
    const start = this.start();
    this.CONSUME(word.requires);
    const first = this.start();
    const metric = node.nameOf(this.CONSUME1(tokens.Name));
    const bare = this.SUBRULE1(this.limit);
    const others: ast.Limit[] = [];
    const rows: ast.LimitRow[] = [];
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.AT_LEAST_ONE(() => others.push(this.orLimit())) },
        {
          ALT: () => {
            rows.push(this.SUBRULE(this.rowTail, { ARGS: [bare] }));
            this.MANY(() => rows.push(this.SUBRULE(this.limitRow)));
          },
        },
      ]),
    );
    return this.ACTION((): ast.Requires => {
      const [firstRow = rowOf(bare)] = rows;
      const end = (rows.at(-1) ?? firstRow).span.end;
      const limit: ast.Limit = {
        kind: "Limit",
        span: { start: first, end },
        metric,
        rows: [firstRow, ...rows.slice(1)],
      };
      return { kind: "Requires", span: this.since(start), limits: [limit, ...others] };
    });
  });

  private orLimit(): ast.Limit {
    this.CONSUME(word.or);
    const start = this.start();
    const metric = node.nameOf(this.CONSUME2(tokens.Name));
    const bare = this.SUBRULE2(this.limit);
    return this.ACTION(() => ({ kind: "Limit", span: this.since(start), metric, rows: [rowOf(bare)] }));
  }

  // limit : ( boundedLimit | than | 'is' 'not'? value | 'from' bound 'to' bound | inBest )
  //       ( 'for' 'each' NAME )?
  readonly limit = this.RULE("limit", (): BareLimit => {
    const start = this.start();
    const test = this.OR<Alternatives<ast.LimitTest>>([
      { ALT: () => this.SUBRULE(this.boundedLimit) },
      { ALT: () => this.SUBRULE(this.than) },
      { ALT: () => this.exactLimit() },
      { ALT: () => this.rangeLimit() },
      { ALT: () => this.SUBRULE(this.inBest) },
    ]);
    const group = this.OPTION2(() => {
      this.CONSUME(word.for);
      this.CONSUME(word.each);
      return node.nameOf(this.CONSUME(tokens.Name));
    });
    return { start, test, group: group ?? null };
  });

  // boundedLimit : 'at' ( 'least' | 'most' ) ( 'peer' 'average' ( 'by' NAME )? | value )
  readonly boundedLimit = this.RULE("boundedLimit", (): ast.LimitTest => {
    const start = this.start();
    const operator = this.bounding();
    const operatorSpan = this.since(start);
    return this.OR2<Alternatives<ast.LimitTest>>([
      { ALT: () => this.peerAverage(start, operator) },
      {
        ALT: () => {
          const values = [this.SUBRULE(this.value)];
          return { kind: "Test", span: this.since(start), operator, values, operatorSpan };
        },
      },
    ]);
  });

  private peerAverage(start: number, direction: "atLeast" | "atMost"): ast.PeerAverage {
    this.CONSUME(word.peer);
    this.CONSUME(word.average);
    const operatorSpan = this.since(start);
    const by = this.OPTION(() => {
      this.CONSUME(word.by);
      return node.nameOf(this.CONSUME(tokens.Name));
    });
    return { kind: "PeerAverage", span: this.since(start), direction, by: by ?? null, operatorSpan };
  }

  // inBest : 'in' 'best' PERCENT 'of' 'peers' ( 'by' NAME )?
  readonly inBest = this.RULE("inBest", (): ast.InBest => {
    const start = this.start();
    this.CONSUME(word.in);
    this.CONSUME(word.best);
    const operatorSpan = this.since(start);
    const percent = node.percentOf(this.CONSUME(tokens.Percent));
    this.CONSUME(word.of);
    this.CONSUME(word.peers);
    const by = this.OPTION(() => {
      this.CONSUME(word.by);
      return node.nameOf(this.CONSUME(tokens.Name));
    });
    return { kind: "InBest", span: this.since(start), percent, by: by ?? null, operatorSpan };
  });

  private exactLimit(): ast.Test {
    const start = this.start();
    this.CONSUME(word.is);
    const negated = this.OPTION1(() => this.CONSUME(word.not)) !== undefined;
    const operatorSpan = this.since(start);
    const values = [this.SUBRULE(this.value)];
    return {
      kind: "Test",
      span: this.since(start),
      operator: negated ? "isNot" : "is",
      values,
      operatorSpan,
    };
  }

  private rangeLimit(): ast.Test {
    const start = this.start();
    this.CONSUME(word.from);
    const operatorSpan = this.since(start);
    const low = this.SUBRULE1(this.bound);
    this.CONSUME(word.to);
    const values = [low, this.SUBRULE2(this.bound)];
    return { kind: "Test", span: this.since(start), operator: "fromTo", values, operatorSpan };
  }

  // limitRow : limit rowTail
  readonly limitRow = this.RULE("limitRow", (): ast.LimitRow => {
    const bare = this.SUBRULE(this.limit);
    return this.SUBRULE(this.rowTail, { ARGS: [bare] });
  });

  // rowTail : ( 'where' condition | 'otherwise' ) ( 'from' DATE )? | 'from' DATE
  readonly rowTail = this.RULE("rowTail", (bare: BareLimit): ast.LimitRow => {
    let where: ast.Condition | null = null;
    let otherwise = false;
    const from = this.OR1<Alternatives<ast.DateValue | undefined>>([
      {
        ALT: () => {
          this.OR2([
            {
              ALT: () => {
                this.CONSUME(word.where);
                where = this.SUBRULE(this.condition);
              },
            },
            {
              ALT: () => {
                this.CONSUME(word.otherwise);
                otherwise = true;
              },
            },
          ]);
          return this.OPTION({
            GATE: () => this.nextIs(tokens.DateToken, 2),
            DEF: () => {
              this.CONSUME1(word.from);
              return node.dateOf(this.CONSUME1(tokens.DateToken));
            },
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME2(word.from);
          return node.dateOf(this.CONSUME2(tokens.DateToken));
        },
      },
    ]);
    return this.ACTION((): ast.LimitRow => {
      const span = this.since(bare.start);
      return { ...rowOf(bare), span, where, otherwise, from: from ?? null };
    });
  });

  // tolerates : 'tolerates' 'fewer' 'than' NUMBER NAME 'for' NAME
  readonly tolerates = this.RULE("tolerates", (): ast.StandardSentence => {
    const start = this.start();
    this.CONSUME(word.tolerates);
    this.CONSUME(word.fewer);
    this.CONSUME(word.than);
    const fewerThan = node.numberOf(this.CONSUME(tokens.NumberToken));
    const metric = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.for);
    const limit = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "Tolerates", span: this.since(start), fewerThan, metric, limit };
  });

  private warnsWhen(): ast.StandardSentence {
    const start = this.start();
    this.CONSUME(word.warns);
    this.CONSUME(word.when);
    const condition = this.SUBRULE(this.condition);
    return { kind: "WarnsWhen", span: this.since(start), condition };
  }

  // measured : 'measured' ( each | 'over' ( rolling | latestRows ) ) ( 'when' condition | 'otherwise' )?
  readonly measured = this.RULE("measured", (): ast.Measured => {
    const start = this.start();
    this.CONSUME(word.measured);
    const window = this.OR1<Alternatives<ast.Measured["window"]>>([
      { ALT: () => this.SUBRULE(this.each) },
      {
        ALT: () => {
          this.CONSUME(word.over);
          return this.OR2<Alternatives<ast.Measured["window"]>>([
            { ALT: () => this.SUBRULE(this.rolling) },
            { ALT: () => this.SUBRULE(this.latestRows) },
          ]);
        },
      },
    ]);
    let when: ast.Condition | null = null;
    let otherwise = false;
    this.OPTION(() =>
      this.OR3([
        {
          ALT: () => {
            this.CONSUME(word.when);
            when = this.SUBRULE(this.condition);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.otherwise);
            otherwise = true;
          },
        },
      ]),
    );
    return { kind: "Measured", span: this.since(start), window, when, otherwise };
  });

  // rolling : 'rolling' duration
  readonly rolling = this.RULE("rolling", (): ast.Measured["window"] => {
    const start = this.start();
    this.CONSUME(word.rolling);
    const length = this.SUBRULE(this.duration);
    return { kind: "Rolling", span: this.since(start), length };
  });

  // latestRows : 'latest' NUMBER NAME
  readonly latestRows = this.RULE("latestRows", (): ast.Measured["window"] => {
    const start = this.start();
    this.CONSUME(word.latest);
    const count = node.numberOf(this.CONSUME(tokens.NumberToken));
    const dataset = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "LatestRows", span: this.since(start), count, dataset };
  });

  // assessed : 'assessed' ( 'at' 'the' 'end' | 'on' 'business'? 'day' NUMBER ) 'of' each
  readonly assessed = this.RULE("assessed", (): ast.Assessed => {
    const start = this.start();
    this.CONSUME(word.assessed);
    const on = this.OR<Alternatives<Pick<ast.Assessed, "day" | "business">>>([
      { ALT: () => this.atTheEnd() },
      { ALT: () => this.onDay() },
    ]);
    this.CONSUME(word.of);
    const each = this.SUBRULE(this.each);
    return this.ACTION(() => ({ kind: "Assessed", span: this.since(start), ...on, each }));
  });

  private atTheEnd(): Pick<ast.Assessed, "day" | "business"> {
    this.CONSUME(word.at);
    this.CONSUME(word.the);
    this.CONSUME(word.end);
    return { day: null, business: false };
  }

  private onDay(): Pick<ast.Assessed, "day" | "business"> {
    this.CONSUME(word.on);
    const business = this.OPTION(() => this.CONSUME(word.business)) !== undefined;
    this.CONSUME(word.day);
    return { day: node.numberOf(this.CONSUME(tokens.NumberToken)), business };
  }

  // needs : 'needs' ( 'no' 'minimum' | needRow+ 'otherwise' NAME )
  readonly needs = this.RULE("needs", (): ast.Needs => {
    const start = this.start();
    const rows: ast.NeedRow[] = [];
    this.CONSUME(word.needs);
    const otherwise = this.OR<Alternatives<ast.Name | null>>([
      { ALT: () => this.CONSUME(word.no) && this.CONSUME(word.minimum) && null },
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => rows.push(this.SUBRULE(this.needRow)));
          this.CONSUME(word.otherwise);
          return node.nameOf(this.CONSUME(tokens.Name));
        },
      },
    ]);
    return { kind: "Needs", span: this.since(start), rows, otherwise };
  });

  // needRow : 'at' 'least' NUMBER NAME? ( 'where' condition )?
  readonly needRow = this.RULE("needRow", (): ast.NeedRow => {
    const start = this.start();
    this.CONSUME(word.at);
    this.CONSUME(word.least);
    const atLeast = node.numberOf(this.CONSUME(tokens.NumberToken));
    const counts = this.OPTION1(() => node.nameOf(this.CONSUME(tokens.Name))) ?? null;
    const where = this.OPTION2(() => {
      this.CONSUME(word.where);
      return this.SUBRULE(this.condition);
    });
    return { kind: "NeedRow", span: this.since(start), atLeast, counts, where: where ?? null };
  });

  // excluding : 'excluding' names
  readonly excluding = this.RULE("excluding", (): ast.Excluding => {
    const start = this.start();
    this.CONSUME(word.excluding);
    const names = this.SUBRULE(this.names);
    return { kind: "Excluding", span: this.since(start), names };
  });

  private missingData(): ast.StandardSentence {
    const start = this.start();
    this.CONSUME(word.missing);
    this.CONSUME(word.data);
    this.CONSUME(word.counts);
    this.CONSUME(word.as);
    const verdict = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "MissingData", span: this.since(start), verdict };
  }

  private covers(): ast.StandardSentence {
    const start = this.start();
    this.CONSUME(word.covers);
    const names = this.SUBRULE2(this.names);
    return { kind: "Covers", span: this.since(start), names };
  }

  private bindsBrand(): ast.StandardSentence {
    const start = this.start();
    this.CONSUME(word.binds);
    this.CONSUME(word.brand);
    return { kind: "BindsBrand", span: this.since(start) };
  }

  // judgedWith : 'judged' 'with' PERCENT 'confidence' 'otherwise' NAME
  readonly judgedWith = this.RULE("judgedWith", (): ast.StandardSentence => {
    const start = this.start();
    this.CONSUME(word.judged);
    this.CONSUME(word.with);
    const percent = node.percentOf(this.CONSUME(tokens.Percent));
    this.CONSUME(word.confidence);
    this.CONSUME(word.otherwise);
    const otherwise = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "JudgedWith", span: this.since(start), percent, otherwise };
  });
}

/** A limit that stands alone: for all rows, at all times. */
function rowOf({ test, group, start }: BareLimit): ast.LimitRow {
  const span = { start, end: group?.span.end ?? test.span.end };
  return { kind: "LimitRow", span, test, group, where: null, otherwise: false, from: null };
}
