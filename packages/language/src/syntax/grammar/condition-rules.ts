/**
 * Conditions, and the populations that they choose: `deliveries where outcome is failed and fee more than 5 EUR`.
 *
 * `and` and `or` never mix without parentheses, so there is no precedence to remember.
 */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import * as node from "./nodes.ts";
import { type Alternatives, ValueRules } from "./value-rules.ts";

type Operator = ast.TestOperator;

export abstract class ConditionRules extends ValueRules {
  // population : NAME ( 'where' condition )?
  readonly population = this.RULE("population", (): ast.Population => {
    const start = this.start();
    const dataset = node.nameOf(this.CONSUME(tokens.Name));
    const where = this.OPTION(() => {
      this.CONSUME(word.where);
      return this.SUBRULE(this.condition);
    });
    return { kind: "Population", span: this.since(start), dataset, where: where ?? null };
  });

  // condition : operand ( ( 'and' operand )+ | ( 'or' operand )+ )?
  readonly condition: ParserMethod<[], ast.Condition> = this.RULE("condition", () => {
    const start = this.start();
    const operands = [this.SUBRULE(this.operand)];
    const kind = this.OPTION(() =>
      this.OR<Alternatives<"And" | "Or">>([
        { ALT: () => this.allOf(operands) },
        { ALT: () => this.anyOf(operands) },
      ]),
    );
    const [only] = operands;
    if (kind === undefined && only !== undefined) return only;
    return { kind: kind ?? "And", span: this.since(start), operands };
  });

  private allOf(operands: ast.Condition[]): "And" {
    this.AT_LEAST_ONE1(() => {
      this.CONSUME(word.and);
      operands.push(this.SUBRULE1(this.operand));
    });
    return "And";
  }

  private anyOf(operands: ast.Condition[]): "Or" {
    this.AT_LEAST_ONE2(() => {
      this.CONSUME(word.or);
      operands.push(this.SUBRULE2(this.operand));
    });
    return "Or";
  }

  // operand : 'not' operand | '(' condition ')' | lookup | comparison
  readonly operand: ParserMethod<[], ast.Condition> = this.RULE("operand", () =>
    this.OR<Alternatives<ast.Condition>>([
      { ALT: () => this.negation() },
      { ALT: () => this.grouped() },
      { ALT: () => this.SUBRULE(this.lookup) },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]),
  );

  private negation(): ast.Not {
    const start = this.start();
    this.CONSUME(word.not);
    const operand = this.SUBRULE(this.operand);
    return { kind: "Not", span: this.since(start), operand };
  }

  private grouped(): ast.Condition {
    this.CONSUME(tokens.Open);
    const condition = this.SUBRULE(this.condition);
    this.CONSUME(tokens.Close);
    return condition;
  }

  // lookup : 'has' NAME 'with' 'same' NAME ( 'in' 'the' duration 'after' NAME )?
  //          ( 'where' ( '(' condition ')' | comparison ) )?
  readonly lookup = this.RULE("lookup", (): ast.Lookup => {
    const start = this.start();
    this.CONSUME(word.has);
    const dataset = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.with);
    this.CONSUME(word.same);
    const key = node.nameOf(this.CONSUME2(tokens.Name));
    const within = this.OPTION1({ GATE: () => this.nextIs(word.the, 2), DEF: () => this.after() });
    const where = this.OPTION2(() => {
      this.CONSUME(word.where);
      return this.OR<Alternatives<ast.Condition>>([
        { ALT: () => this.grouped() },
        { ALT: () => this.SUBRULE(this.comparison) },
      ]);
    });
    return {
      kind: "Lookup",
      span: this.since(start),
      dataset,
      key,
      within: within ?? null,
      where: where ?? null,
    };
  });

  private after(): NonNullable<ast.Lookup["within"]> {
    this.CONSUME(word.in);
    this.CONSUME(word.the);
    const length = this.SUBRULE(this.duration);
    this.CONSUME(word.after);
    return { length, after: node.nameOf(this.CONSUME3(tokens.Name)) };
  }

  // comparison : left test
  readonly comparison = this.RULE("comparison", (): ast.Comparison => {
    const start = this.start();
    const left = this.SUBRULE(this.left);
    const test = this.SUBRULE(this.test);
    return { kind: "Comparison", span: this.since(start), left, test };
  });

  // left : 'partner' '.' NAME | 'date' 'of' NAME | NAME
  readonly left = this.RULE("left", (): ast.Left => {
    const start = this.start();
    let form: ast.Left["form"] = "field";
    const name = this.OR([
      {
        ALT: () => {
          this.CONSUME(word.partner);
          this.CONSUME(tokens.Dot);
          form = "partner";
          return node.nameOf(this.CONSUME1(tokens.Name));
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.date);
          this.CONSUME(word.of);
          form = "dateOf";
          return node.nameOf(this.CONSUME2(tokens.Name));
        },
      },
      { ALT: () => node.nameOf(this.CONSUME3(tokens.Name)) },
    ]);
    return { kind: "Left", span: this.since(start), form, name };
  });

  // test : being | comparing | range | 'contains' TEXT | 'matches' TEXT
  readonly test = this.RULE(
    "test",
    (): ast.Test =>
      this.OR<Alternatives<ast.Test>>([
        { ALT: () => this.SUBRULE(this.being) },
        { ALT: () => this.SUBRULE(this.comparing) },
        { ALT: () => this.SUBRULE(this.range) },
        { ALT: () => this.textTest("contains") },
        { ALT: () => this.textTest("matches") },
      ]),
  );

  private textTest(operator: "contains" | "matches"): ast.Test {
    const start = this.start();
    this.CONSUME(word[operator]);
    const operatorSpan = this.since(start);
    const text = operator === "contains" ? this.CONSUME1(tokens.Text) : this.CONSUME2(tokens.Text);
    return { kind: "Test", span: this.since(start), operator, values: [node.textOf(text)], operatorSpan };
  }

  // being : 'is' ( 'not' 'given' | 'not' value | 'given' | 'one' 'of' value ( ',' value )* | value )
  readonly being = this.RULE("being", (): ast.Test => {
    const start = this.start();
    const values: ast.Value[] = [];
    let operator: Operator = "is";
    this.CONSUME(word.is);
    let operatorSpan = this.since(start);
    const told = (found: Operator): void => {
      operator = found;
      operatorSpan = this.since(start);
    };
    this.OR([
      {
        ALT: () => {
          this.CONSUME1(word.not);
          this.CONSUME1(word.given);
          told("isNotGiven");
        },
      },
      {
        ALT: () => {
          this.CONSUME2(word.not);
          told("isNot");
          values.push(this.SUBRULE1(this.value));
        },
      },
      {
        ALT: () => {
          this.CONSUME2(word.given);
          told("isGiven");
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.one);
          this.CONSUME(word.of);
          told("isOneOf");
          this.AT_LEAST_ONE_SEP({
            SEP: tokens.Comma,
            DEF: () => values.push(this.SUBRULE2(this.value)),
          });
        },
      },
      { ALT: () => values.push(this.SUBRULE3(this.value)) },
    ]);
    return { kind: "Test", span: this.since(start), operator, values, operatorSpan };
  });

  // comparing : 'at' ( 'least' | 'most' ) value | than
  readonly comparing = this.RULE(
    "comparing",
    (): ast.Test =>
      this.OR1<Alternatives<ast.Test>>([
        { ALT: () => this.bounded() },
        { ALT: () => this.SUBRULE(this.than) },
      ]),
  );

  private bounded(): ast.Test {
    const start = this.start();
    const operator = this.bounding();
    const operatorSpan = this.since(start);
    const values = [this.SUBRULE(this.value)];
    return { kind: "Test", span: this.since(start), operator, values, operatorSpan };
  }

  protected bounding(): "atLeast" | "atMost" {
    this.CONSUME(word.at);
    return this.OR3<Alternatives<"atLeast" | "atMost">>([
      { ALT: () => this.CONSUME(word.least) && "atLeast" },
      { ALT: () => this.CONSUME(word.most) && "atMost" },
    ]);
  }

  // than : ( 'more' 'than' | 'less' 'than' | 'fewer' 'than' ) value
  readonly than = this.RULE("than", (): ast.Test => {
    const start = this.start();
    const operator = this.OR<Alternatives<Operator>>([
      { ALT: () => this.CONSUME(word.more) && this.CONSUME1(word.than) && "moreThan" },
      { ALT: () => this.CONSUME(word.less) && this.CONSUME2(word.than) && "lessThan" },
      { ALT: () => this.CONSUME(word.fewer) && this.CONSUME3(word.than) && "fewerThan" },
    ]);
    const operatorSpan = this.since(start);
    const values = [this.SUBRULE(this.value)];
    return { kind: "Test", span: this.since(start), operator, values, operatorSpan };
  });

  // range : 'from' value 'to' value
  readonly range = this.RULE("range", (): ast.Test => {
    const start = this.start();
    this.CONSUME(word.from);
    const operatorSpan = this.since(start);
    const low = this.SUBRULE1(this.value);
    this.CONSUME(word.to);
    const values = [low, this.SUBRULE2(this.value)];
    return { kind: "Test", span: this.since(start), operator: "fromTo", values, operatorSpan };
  });
}
