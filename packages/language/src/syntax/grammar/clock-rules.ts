/** Calendars and clocks: when somebody is open, and how long a case takes. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import type { Head } from "./heads.ts";
import * as node from "./nodes.ts";
import { SourceRules } from "./source-rules.ts";
import type { Alternatives } from "./value-rules.ts";

export abstract class ClockRules extends SourceRules {
  // calendarHead : 'calendar' NAME TEXT?
  readonly calendarHead = this.RULE("calendarHead", (): Head<ast.CalendarDeclaration> => {
    const start = this.start();
    this.CONSUME(word.calendar);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Calendar", wordSpan, headSpan: this.since(start), name, label };
  });

  // calendarSentence : timeZone | open | closed | cutOff
  readonly calendarSentence = this.RULE(
    "calendarSentence",
    (): ast.CalendarSentence =>
      this.OR<Alternatives<ast.CalendarSentence>>([
        { ALT: () => this.SUBRULE(this.timeZone) },
        { ALT: () => this.SUBRULE(this.open) },
        { ALT: () => this.SUBRULE(this.closed) },
        { ALT: () => this.SUBRULE(this.cutOff) },
      ]),
  );

  // open : 'open' WEEKDAY ( 'to' WEEKDAY )? TIME 'to' TIME
  readonly open = this.RULE("open", (): ast.Open => {
    const start = this.start();
    this.CONSUME(word.open);
    const firstDay = node.nameOf(this.CONSUME1(tokens.Weekday));
    const lastDay = this.OPTION(() => {
      this.CONSUME1(word.to);
      return node.nameOf(this.CONSUME2(tokens.Weekday));
    });
    const from = node.timeOf(this.CONSUME1(tokens.Time));
    this.CONSUME2(word.to);
    const to = node.timeOf(this.CONSUME2(tokens.Time));
    return { kind: "Open", span: this.since(start), firstDay, lastDay: lastDay ?? null, from, to };
  });

  // closed : 'closed' ( 'holidays' ( TEXT | 'by' 'partner' '.' NAME ) | 'on' DATE )
  readonly closed = this.RULE("closed", (): ast.CalendarSentence => {
    const start = this.start();
    this.CONSUME(word.closed);
    return this.OR1<Alternatives<ast.CalendarSentence>>([
      {
        ALT: () => {
          this.CONSUME(word.holidays);
          return this.OR2<Alternatives<ast.CalendarSentence>>([
            { ALT: () => this.holidaysOf(start) },
            { ALT: () => this.holidaysBy(start) },
          ]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.on);
          const date = node.dateOf(this.CONSUME(tokens.DateToken));
          return { kind: "ClosedOn", span: this.since(start), date };
        },
      },
    ]);
  });

  private holidaysOf(start: number): ast.CalendarSentence {
    const region = node.textOf(this.CONSUME(tokens.Text));
    return { kind: "ClosedHolidays", span: this.since(start), region };
  }

  private holidaysBy(start: number): ast.CalendarSentence {
    this.CONSUME(word.by);
    this.CONSUME(word.partner);
    this.CONSUME(tokens.Dot);
    const field = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "ClosedHolidaysBy", span: this.since(start), field };
  }

  // cutOff : 'cut' 'off' TIME
  readonly cutOff = this.RULE("cutOff", (): ast.CalendarSentence => {
    const start = this.start();
    this.CONSUME(word.cut);
    this.CONSUME(word.off);
    const time = node.timeOf(this.CONSUME(tokens.Time));
    return { kind: "CutOff", span: this.since(start), time };
  });

  // clockHead : 'clock' NAME TEXT? 'on' NAME ( 'by' NAME )?
  readonly clockHead = this.RULE("clockHead", (): Head<ast.ClockDeclaration> => {
    const start = this.start();
    this.CONSUME(word.clock);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION1(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    this.CONSUME(word.on);
    const on = node.nameOf(this.CONSUME2(tokens.Name));
    const by = this.OPTION2(() => {
      this.CONSUME(word.by);
      return node.nameOf(this.CONSUME3(tokens.Name));
    });
    return { kind: "Clock", wordSpan, headSpan: this.since(start), name, label, on, by: by ?? null };
  });

  // clockSentence : 'starts' trigger | 'stops' trigger | 'restarts' trigger | 'pauses' 'while' condition
  //               | 'counts' 'time' 'in' NAME | 'dated' NAME | due | 'warns' 'at' PERCENT
  readonly clockSentence = this.RULE(
    "clockSentence",
    (): ast.ClockSentence =>
      this.OR<Alternatives<ast.ClockSentence>>([
        { ALT: () => this.starts() },
        { ALT: () => this.stops() },
        { ALT: () => this.restarts() },
        { ALT: () => this.pauses() },
        { ALT: () => this.countsTime() },
        { ALT: () => this.clockDated() },
        { ALT: () => this.SUBRULE(this.due) },
        { ALT: () => this.warnsAt() },
      ]),
  );

  private starts(): ast.ClockSentence {
    const start = this.start();
    this.CONSUME(word.starts);
    const trigger = this.SUBRULE1(this.trigger);
    return { kind: "Starts", span: this.since(start), trigger };
  }

  private stops(): ast.ClockSentence {
    const start = this.start();
    this.CONSUME(word.stops);
    const trigger = this.SUBRULE2(this.trigger);
    return { kind: "Stops", span: this.since(start), trigger };
  }

  private restarts(): ast.ClockSentence {
    const start = this.start();
    this.CONSUME(word.restarts);
    const trigger = this.SUBRULE3(this.trigger);
    return { kind: "Restarts", span: this.since(start), trigger };
  }

  private pauses(): ast.ClockSentence {
    const start = this.start();
    this.CONSUME(word.pauses);
    this.CONSUME(word.while);
    const condition = this.SUBRULE(this.condition);
    return { kind: "Pauses", span: this.since(start), condition };
  }

  private countsTime(): ast.ClockSentence {
    const start = this.start();
    this.CONSUME(word.counts);
    this.CONSUME(word.time);
    this.CONSUME(word.in);
    const calendar = node.nameOf(this.CONSUME1(tokens.Name));
    return { kind: "CountsTime", span: this.since(start), calendar };
  }

  private clockDated(): ast.ClockSentence {
    const start = this.start();
    this.CONSUME(word.dated);
    const field = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "ClockDated", span: this.since(start), field };
  }

  private warnsAt(): ast.ClockSentence {
    const start = this.start();
    this.CONSUME(word.warns);
    this.CONSUME(word.at);
    const percent = node.percentOf(this.CONSUME(tokens.Percent));
    return { kind: "WarnsAt", span: this.since(start), percent };
  }

  // trigger : 'at' NAME | 'when' NAME 'last'? 'becomes' value
  readonly trigger: ParserMethod<[], ast.Trigger> = this.RULE("trigger", () => {
    const start = this.start();
    return this.OR<Alternatives<ast.Trigger>>([
      {
        ALT: () => {
          this.CONSUME(word.at);
          const field = node.nameOf(this.CONSUME1(tokens.Name));
          return { kind: "AtField", span: this.since(start), field };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.when);
          const field = node.nameOf(this.CONSUME2(tokens.Name));
          const last = this.OPTION(() => this.CONSUME(word.last)) !== undefined;
          this.CONSUME(word.becomes);
          const value = this.SUBRULE(this.value);
          return { kind: "Becomes", span: this.since(start), field, last, value };
        },
      },
    ]);
  });

  // due : 'due' ( 'at' NAME | withinRow+ )
  readonly due = this.RULE("due", (): ast.ClockSentence => {
    const start = this.start();
    const rows: ast.WithinRow[] = [];
    this.CONSUME(word.due);
    return this.OR<Alternatives<ast.ClockSentence>>([
      {
        ALT: () => {
          this.CONSUME(word.at);
          const field = node.nameOf(this.CONSUME(tokens.Name));
          return { kind: "DueAt", span: this.since(start), field };
        },
      },
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => rows.push(this.SUBRULE(this.withinRow)));
          return { kind: "DueWithin", span: this.since(start), rows };
        },
      },
    ]);
  });

  // withinRow : 'within' duration ( 'where' condition | 'otherwise' )?
  readonly withinRow = this.RULE("withinRow", (): ast.WithinRow => {
    const start = this.start();
    let where: ast.Condition | null = null;
    let otherwise = false;
    this.CONSUME(word.within);
    const length = this.SUBRULE(this.duration);
    this.OPTION(() =>
      this.OR([
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
      ]),
    );
    return { kind: "WithinRow", span: this.since(start), length, where, otherwise };
  });
}
