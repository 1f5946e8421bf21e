/**
 * The grammar, from the bottom up: values here, then conditions, then the sentences of each declaration.
 *
 * The rules form one chevrotain parser, spread over a chain of classes so that each file can be read on its own;
 * `parser.ts` is the last link. Rules build the tree as they go. Chevrotain runs each rule once with dummy tokens to
 * learn the grammar, so rules must not look into what they are given: they only put it together. Above each rule
 * stands its production. Chevrotain chooses by at most three tokens and does not see what may follow a
 * rule; where an optional part could be mistaken for it there is a `GATE`, and a test lists these places.
 */
import { EmbeddedActionsParser, type IOrAlt, type IToken, type TokenType } from "chevrotain";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../ast.ts";
import { endOf } from "../lexer.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import * as node from "./nodes.ts";

/** As many words ahead as a choice of the grammar may need. */
export const MOST_WORDS = 3;

/** How a parser is made. */
export interface ParserOptions {
  /** Whether chevrotain learns the grammar, and how to choose, from the rules: it takes time. */
  readonly analysed?: boolean;
  /** Checks the grammar itself for ambiguities as well: for tests, it takes more time. */
  readonly validate?: boolean;
}

/** The alternatives of a choice, of which each gives a `T`. */
export type Alternatives<T> = IOrAlt<T>[];

export abstract class ValueRules extends EmbeddedActionsParser {
  constructor(options: ParserOptions = {}) {
    super([...tokens.vocabulary], { maxLookahead: MOST_WORDS, skipValidations: options.validate !== true });
  }

  /** Where the next token starts. */
  protected start(): number {
    return this.LA(1).startOffset;
  }

  /** From `start` to the end of the last token read. */
  protected since(start: number): Span {
    return { start, end: endOf(this.LA(0)) };
  }

  protected nextIs(type: TokenType, ahead: number): boolean {
    return this.LA(ahead).tokenType === type;
  }

  // names : NAME ( ',' NAME )*
  readonly names = this.RULE("names", (): ast.Name[] => {
    const names: ast.Name[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Comma,
      DEF: () => names.push(node.nameOf(this.CONSUME(tokens.Name))),
    });
    return names;
  });

  // texts : TEXT ( ',' TEXT )*
  readonly texts = this.RULE("texts", (): ast.Text[] => {
    const texts: ast.Text[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Comma,
      DEF: () => texts.push(node.textOf(this.CONSUME(tokens.Text))),
    });
    return texts;
  });

  // value : amount | PERCENT | NAME | TEXT | day | PERIOD | TIME | VERSION
  readonly value = this.RULE(
    "value",
    (): ast.Value =>
      this.OR<Alternatives<ast.Value>>([
        { ALT: () => this.SUBRULE(this.amount) },
        { ALT: () => node.percentOf(this.CONSUME(tokens.Percent)) },
        { ALT: () => node.nameOf(this.CONSUME(tokens.Name)) },
        { ALT: () => node.textOf(this.CONSUME(tokens.Text)) },
        { ALT: () => this.SUBRULE(this.day) },
        { ALT: () => node.periodOf(this.CONSUME(tokens.Period)) },
        { ALT: () => node.timeOf(this.CONSUME(tokens.Time)) },
        { ALT: () => node.versionOf(this.CONSUME(tokens.Version)) },
      ]),
  );

  // day : DATE ( 'at' TIME )?
  readonly day = this.RULE("day", (): ast.DateValue | ast.Instant => {
    const date = this.CONSUME(tokens.DateToken);
    const time = this.OPTION({
      GATE: () => this.nextIs(tokens.Time, 2),
      DEF: () => {
        this.CONSUME(word.at);
        return this.CONSUME(tokens.Time);
      },
    });
    return this.ACTION(() => (time === undefined ? node.dateOf(date) : node.instantOf(date, time)));
  });

  // bound : PERCENT | amount
  readonly bound = this.RULE(
    "bound",
    (): ast.Value =>
      this.OR<Alternatives<ast.Value>>([
        { ALT: () => node.percentOf(this.CONSUME(tokens.Percent)) },
        { ALT: () => this.SUBRULE(this.amount) },
      ]),
  );

  // amount : NUMBER ( unit | CURRENCY )?
  readonly amount = this.RULE("amount", (): ast.NumberValue | ast.Quantity | ast.Money => {
    const number = this.CONSUME(tokens.NumberToken);
    const tail = this.OPTION(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.unit, { ARGS: [number] }) },
        { ALT: () => this.moneyOf(number, this.CONSUME(tokens.Currency)) },
      ]),
    );
    return tail ?? node.numberOf(number);
  });

  // money : NUMBER CURRENCY
  readonly money = this.RULE("money", (): ast.Money => {
    const number = this.CONSUME(tokens.NumberToken);
    return this.moneyOf(number, this.CONSUME(tokens.Currency));
  });

  private moneyOf(number: IToken, currency: IToken): ast.Money {
    return {
      kind: "Money",
      span: node.across(number, currency),
      amount: node.numberOf(number),
      currency: node.nameOf(currency),
    };
  }

  // duration : NUMBER unit
  readonly duration = this.RULE("duration", (): ast.Quantity => {
    const number = this.CONSUME(tokens.NumberToken);
    return this.SUBRULE(this.unit, { ARGS: [number] });
  });

  // unit : ( 'business' | 'calendar' )? UNIT
  readonly unit = this.RULE("unit", (number: IToken): ast.Quantity => {
    const qualifier = this.OPTION(() =>
      this.OR<Alternatives<"business" | "calendar">>([
        { ALT: () => this.CONSUME(word.business) && "business" },
        { ALT: () => this.CONSUME(word.calendar) && "calendar" },
      ]),
    );
    const unit = this.CONSUME(tokens.Unit);
    return this.ACTION(() => quantityOf(number, qualifier ?? null, unit));
  });

  // plainDuration : NUMBER UNIT
  readonly plainDuration = this.RULE("plainDuration", (): ast.Quantity => {
    const number = this.CONSUME(tokens.NumberToken);
    return quantityOf(number, null, this.CONSUME(tokens.Unit));
  });

  // each : eachSpan | 'each' 'partner' 'year' 'from' NAME
  readonly each = this.RULE(
    "each",
    (): ast.Each =>
      this.OR<Alternatives<ast.Each>>([
        { ALT: () => this.SUBRULE(this.eachSpan) },
        { ALT: () => this.partnerYear() },
      ]),
  );

  private partnerYear(): ast.EachPartnerYear {
    const start = this.start();
    this.CONSUME(word.each);
    this.CONSUME(word.partner);
    this.CONSUME(word.year);
    this.CONSUME(word.from);
    const from = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "EachPartnerYear", span: this.since(start), from };
  }

  // eachSpan : 'each' 'calendar' ( 'half' 'year' | SPAN )
  readonly eachSpan = this.RULE("eachSpan", (): ast.EachSpan => {
    const start = this.start();
    this.CONSUME(word.each);
    this.CONSUME(word.calendar);
    const unit = this.OR<Alternatives<ast.EachSpan["unit"]>>([
      { ALT: () => this.halfYear() },
      { ALT: () => node.unitOf(this.CONSUME(tokens.SpanUnit)) },
    ]);
    return { kind: "EachSpan", span: this.since(start), unit };
  });

  private halfYear(): "half_year" {
    this.CONSUME(word.half);
    this.CONSUME(word.year);
    return "half_year";
  }
}

function quantityOf(number: IToken, qualifier: ast.Quantity["qualifier"], unit: IToken): ast.Quantity {
  return {
    kind: "Quantity",
    span: node.across(number, unit),
    count: node.numberOf(number),
    qualifier,
    unit: node.unitOf(unit),
    unitSpan: { start: unit.startOffset, end: endOf(unit) },
  };
}
