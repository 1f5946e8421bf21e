/** The sentences of agreements, partners and datasets: who agreed, and what the data looks like. */
import type * as ast from "../ast.ts";
import { spanOf } from "../lexer.ts";
import * as tokens from "../tokens.ts";
import { keyword as word } from "../tokens.ts";
import { ConditionRules } from "./condition-rules.ts";
import type { Head } from "./heads.ts";
import * as node from "./nodes.ts";
import type { Alternatives } from "./value-rules.ts";

export abstract class SourceRules extends ConditionRules {
  // usesHead : 'uses' TEXT
  readonly usesHead = this.RULE("usesHead", (): Head<ast.UsesDeclaration> => {
    const start = this.start();
    this.CONSUME(word.uses);
    const wordSpan = this.since(start);
    const path = node.textOf(this.CONSUME(tokens.Text));
    return { kind: "Uses", wordSpan, headSpan: this.since(start), path };
  });

  // agreementHead : 'agreement' NAME TEXT?
  readonly agreementHead = this.RULE("agreementHead", (): Head<ast.AgreementDeclaration> => {
    const start = this.start();
    this.CONSUME(word.agreement);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME(tokens.Text))) ?? null;
    return { kind: "Agreement", wordSpan, headSpan: this.since(start), name, label };
  });

  // agreementSentence : 'version' VERSION | effective | 'supersedes' 'version' VERSION | 'owner' TEXT
  //                   | timeZone | 'currency' CURRENCY | businessDays | yearStarts | rounding | because
  readonly agreementSentence = this.RULE(
    "agreementSentence",
    (): ast.AgreementSentence =>
      this.OR<Alternatives<ast.AgreementSentence>>([
        { ALT: () => this.version() },
        { ALT: () => this.SUBRULE(this.effective) },
        { ALT: () => this.supersedes() },
        { ALT: () => this.owner() },
        { ALT: () => this.SUBRULE(this.timeZone) },
        { ALT: () => this.currency() },
        { ALT: () => this.SUBRULE(this.businessDays) },
        { ALT: () => this.SUBRULE(this.yearStarts) },
        { ALT: () => this.SUBRULE(this.rounding) },
        { ALT: () => this.SUBRULE(this.because) },
      ]),
  );

  private version(): ast.AgreementSentence {
    const start = this.start();
    this.CONSUME1(word.version);
    const version = node.versionOf(this.CONSUME1(tokens.Version));
    return { kind: "AgreementVersion", span: this.since(start), version };
  }

  private supersedes(): ast.AgreementSentence {
    const start = this.start();
    this.CONSUME(word.supersedes);
    this.CONSUME2(word.version);
    const version = node.versionOf(this.CONSUME2(tokens.Version));
    return { kind: "Supersedes", span: this.since(start), version };
  }

  private owner(): ast.AgreementSentence {
    const start = this.start();
    this.CONSUME(word.owner);
    const text = node.textOf(this.CONSUME1(tokens.Text));
    return { kind: "Owner", span: this.since(start), text };
  }

  // timeZone : 'time' 'zone' TEXT
  readonly timeZone = this.RULE("timeZone", (): ast.TimeZone => {
    const start = this.start();
    this.CONSUME(word.time);
    this.CONSUME(word.zone);
    const zone = node.textOf(this.CONSUME(tokens.Text));
    return { kind: "TimeZone", span: this.since(start), zone };
  });

  // businessDays : 'business' 'days' 'of' NAME
  readonly businessDays = this.RULE("businessDays", (): ast.AgreementSentence => {
    const start = this.start();
    this.CONSUME(word.business);
    this.CONSUME(word.days);
    this.CONSUME(word.of);
    const calendar = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "BusinessDaysOf", span: this.since(start), calendar };
  });

  private currency(): ast.AgreementSentence {
    const start = this.start();
    this.CONSUME(word.currency);
    const currency = node.nameOf(this.CONSUME(tokens.Currency));
    return { kind: "Currency", span: this.since(start), currency };
  }

  // effective : 'effective' 'from' DATE 'until' ( DATE | 'further' 'notice' )
  readonly effective = this.RULE("effective", (): ast.Effective => {
    const start = this.start();
    this.CONSUME(word.effective);
    this.CONSUME(word.from);
    const from = node.dateOf(this.CONSUME1(tokens.DateToken));
    this.CONSUME(word.until);
    const until = this.OR<Alternatives<ast.DateValue | null>>([
      { ALT: () => node.dateOf(this.CONSUME2(tokens.DateToken)) },
      { ALT: () => this.furtherNotice() },
    ]);
    return { kind: "Effective", span: this.since(start), from, until };
  });

  private furtherNotice(): null {
    this.CONSUME(word.further);
    this.CONSUME(word.notice);
    return null;
  }

  // yearStarts : 'year' 'starts' 'on' NUMBER NAME
  readonly yearStarts = this.RULE("yearStarts", (): ast.AgreementSentence => {
    const start = this.start();
    this.CONSUME(word.year);
    this.CONSUME(word.starts);
    this.CONSUME(word.on);
    const day = node.numberOf(this.CONSUME(tokens.NumberToken));
    const month = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "YearStarts", span: this.since(start), day, month };
  });

  // rounding : 'rounding' ( 'none' | decimals 'half_up' )
  readonly rounding = this.RULE("rounding", (): ast.AgreementSentence => {
    const start = this.start();
    this.CONSUME(word.rounding);
    const decimals = this.OR<Alternatives<ast.NumberValue | null>>([
      { ALT: () => this.CONSUME(word.none) && null },
      { ALT: () => this.halfUp() },
    ]);
    return { kind: "Rounding", span: this.since(start), decimals };
  });

  private halfUp(): ast.NumberValue {
    const decimals = this.SUBRULE(this.decimals);
    this.CONSUME(word.half_up);
    return decimals;
  }

  // decimals : NUMBER ( 'decimal' | 'decimals' )
  readonly decimals = this.RULE("decimals", (): ast.NumberValue => {
    const count = node.numberOf(this.CONSUME(tokens.NumberToken));
    this.OR([{ ALT: () => this.CONSUME(word.decimal) }, { ALT: () => this.CONSUME(word.decimals) }]);
    return count;
  });

  // because : 'because' TEXT
  readonly because = this.RULE("because", (): ast.Because => {
    const start = this.start();
    this.CONSUME(word.because);
    const text = node.textOf(this.CONSUME(tokens.Text));
    return { kind: "Because", span: this.since(start), text };
  });

  // partnersHead : 'partners' 'from' TEXT 'key' NAME
  readonly partnersHead = this.RULE("partnersHead", (): Head<ast.PartnersDeclaration> => {
    const start = this.start();
    this.CONSUME(word.partners);
    const wordSpan = this.since(start);
    this.CONSUME(word.from);
    const source = node.textOf(this.CONSUME(tokens.Text));
    this.CONSUME(word.key);
    const key = node.nameOf(this.CONSUME(tokens.Name));
    return { kind: "Partners", wordSpan, headSpan: this.since(start), source, key };
  });

  // partnersSentence : field | active
  readonly partnersSentence = this.RULE(
    "partnersSentence",
    (): ast.PartnersSentence =>
      this.OR<Alternatives<ast.PartnersSentence>>([
        { ALT: () => this.SUBRULE(this.field) },
        { ALT: () => this.SUBRULE(this.active) },
      ]),
  );

  // active : 'active' 'from' NAME ( 'until' NAME )?
  readonly active = this.RULE("active", (): ast.PartnersSentence => {
    const start = this.start();
    this.CONSUME(word.active);
    this.CONSUME(word.from);
    const from = node.nameOf(this.CONSUME1(tokens.Name));
    const until = this.OPTION(() => {
      this.CONSUME(word.until);
      return node.nameOf(this.CONSUME2(tokens.Name));
    });
    return { kind: "Active", span: this.since(start), from, until: until ?? null };
  });

  // datasetHead : 'dataset' NAME TEXT? 'from' TEXT 'one' 'row' 'per' NAME
  readonly datasetHead = this.RULE("datasetHead", (): Head<ast.DatasetDeclaration> => {
    const start = this.start();
    this.CONSUME(word.dataset);
    const wordSpan = this.since(start);
    const name = node.nameOf(this.CONSUME1(tokens.Name));
    const label = this.OPTION(() => node.textOf(this.CONSUME1(tokens.Text))) ?? null;
    this.CONSUME(word.from);
    const source = node.textOf(this.CONSUME2(tokens.Text));
    this.CONSUME(word.one);
    this.CONSUME(word.row);
    this.CONSUME(word.per);
    const rowPer = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "Dataset", wordSpan, headSpan: this.since(start), name, label, source, rowPer };
  });

  // datasetSentence : field | datasetPartner | datasetDated | 'missing' 'is' texts
  //                 | 'duplicates' 'counted' 'once' | valid | keepsLatest
  readonly datasetSentence = this.RULE(
    "datasetSentence",
    (): ast.DatasetSentence =>
      this.OR<Alternatives<ast.DatasetSentence>>([
        { ALT: () => this.SUBRULE(this.field) },
        { ALT: () => this.SUBRULE(this.datasetPartner) },
        { ALT: () => this.SUBRULE(this.datasetDated) },
        { ALT: () => this.missingIs() },
        { ALT: () => this.duplicatesOnce() },
        { ALT: () => this.SUBRULE(this.valid) },
        { ALT: () => this.SUBRULE(this.keepsLatest) },
      ]),
  );

  private missingIs(): ast.DatasetSentence {
    const start = this.start();
    this.CONSUME(word.missing);
    this.CONSUME(word.is);
    const spellings = this.SUBRULE(this.texts);
    return { kind: "MissingIs", span: this.since(start), spellings };
  }

  private duplicatesOnce(): ast.DatasetSentence {
    const start = this.start();
    this.CONSUME(word.duplicates);
    this.CONSUME(word.counted);
    this.CONSUME(word.once);
    return { kind: "DuplicatesOnce", span: this.since(start) };
  }

  // datasetPartner : 'partner' NAME via?
  readonly datasetPartner = this.RULE("datasetPartner", (): ast.DatasetSentence => {
    const start = this.start();
    this.CONSUME(word.partner);
    const field = node.nameOf(this.CONSUME(tokens.Name));
    const via = this.OPTION(() => this.SUBRULE(this.via)) ?? null;
    return { kind: "DatasetPartner", span: this.since(start), field, via };
  });

  // datasetDated : 'dated' NAME ( 'then' NAME | via )?
  readonly datasetDated = this.RULE("datasetDated", (): ast.DatasetSentence => {
    const start = this.start();
    this.CONSUME(word.dated);
    const field = node.nameOf(this.CONSUME1(tokens.Name));
    let then: ast.Name | null = null;
    let via: ast.Via | null = null;
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(word.then);
            then = node.nameOf(this.CONSUME2(tokens.Name));
          },
        },
        {
          ALT: () => {
            via = this.SUBRULE(this.via);
          },
        },
      ]),
    );
    return { kind: "DatasetDated", span: this.since(start), field, then, via };
  });

  // via : 'in' NAME 'with' 'same' NAME
  readonly via = this.RULE("via", (): ast.Via => {
    const start = this.start();
    this.CONSUME(word.in);
    const dataset = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.with);
    this.CONSUME(word.same);
    const key = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "Via", span: this.since(start), dataset, key };
  });

  // valid : 'valid' 'from' NAME 'until' NAME
  readonly valid = this.RULE("valid", (): ast.DatasetSentence => {
    const start = this.start();
    this.CONSUME(word.valid);
    this.CONSUME(word.from);
    const from = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.until);
    const until = node.nameOf(this.CONSUME2(tokens.Name));
    return { kind: "Valid", span: this.since(start), from, until };
  });

  // keepsLatest : 'keeps' 'latest' 'per' NAME 'by' NAME ( 'then' NAME )?
  readonly keepsLatest = this.RULE("keepsLatest", (): ast.DatasetSentence => {
    const start = this.start();
    this.CONSUME(word.keeps);
    this.CONSUME(word.latest);
    this.CONSUME(word.per);
    const per = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.by);
    const by = node.nameOf(this.CONSUME2(tokens.Name));
    const then = this.OPTION(() => {
      this.CONSUME(word.then);
      return node.nameOf(this.CONSUME3(tokens.Name));
    });
    return { kind: "KeepsLatest", span: this.since(start), per, by, then: then ?? null };
  });

  // field : 'field' NAME fieldType 'optional'? 'personal'? ( 'from' texts )?
  readonly field = this.RULE("field", (): ast.Field => {
    const start = this.start();
    this.CONSUME(word.field);
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const type = this.SUBRULE(this.fieldType);
    const optional = this.OPTION1(() => this.CONSUME(word.optional)) !== undefined;
    const personal = this.OPTION2(() => this.CONSUME(word.personal)) !== undefined;
    const columns = this.OPTION3(() => {
      this.CONSUME(word.from);
      return this.SUBRULE(this.texts);
    });
    return { kind: "Field", span: this.since(start), name, type, optional, personal, columns: columns ?? [] };
  });

  // fieldType : 'text' | yesNoType | dateType | durationType | 'money' CURRENCY | oneOfType | numberType
  //           | 'total' 'of' names | daysType
  readonly fieldType = this.RULE(
    "fieldType",
    (): ast.FieldType =>
      this.OR<Alternatives<ast.FieldType>>([
        { ALT: () => ({ kind: "TextType", span: spanOf(this.CONSUME(word.text)) }) },
        { ALT: () => this.SUBRULE(this.yesNoType) },
        { ALT: () => this.SUBRULE(this.dateType) },
        { ALT: () => this.SUBRULE(this.durationType) },
        { ALT: () => this.moneyType() },
        { ALT: () => this.SUBRULE(this.oneOfType) },
        { ALT: () => this.SUBRULE(this.numberType) },
        { ALT: () => this.totalType() },
        { ALT: () => this.SUBRULE(this.daysType) },
      ]),
  );

  private moneyType(): ast.FieldType {
    const start = this.start();
    this.CONSUME(word.money);
    const currency = node.nameOf(this.CONSUME(tokens.Currency));
    return { kind: "MoneyType", span: this.since(start), currency };
  }

  private totalType(): ast.FieldType {
    const start = this.start();
    this.CONSUME(word.total);
    this.CONSUME(word.of);
    const of = this.SUBRULE(this.names);
    return { kind: "TotalType", span: this.since(start), of };
  }

  // yesNoType : 'yes_no' ( 'written' texts )?
  readonly yesNoType = this.RULE("yesNoType", (): ast.FieldType => {
    const start = this.start();
    this.CONSUME(word.yes_no);
    const written = this.OPTION(() => {
      this.CONSUME(word.written);
      return this.SUBRULE(this.texts);
    });
    return { kind: "YesNoType", span: this.since(start), written: written ?? [] };
  });

  // dateType : ( 'date' | 'timestamp' ) written?
  readonly dateType = this.RULE("dateType", (): ast.FieldType => {
    const start = this.start();
    const kind = this.OR<Alternatives<"DateType" | "TimestampType">>([
      { ALT: () => this.CONSUME(word.date) && "DateType" },
      { ALT: () => this.CONSUME(word.timestamp) && "TimestampType" },
    ]);
    const written = this.OPTION(() => this.SUBRULE(this.written)) ?? null;
    return { kind, span: this.since(start), written };
  });

  // written : 'written' TEXT
  readonly written = this.RULE("written", (): ast.Text => {
    this.CONSUME(word.written);
    return node.textOf(this.CONSUME(tokens.Text));
  });

  // durationType : 'duration' 'in' UNIT written?
  readonly durationType = this.RULE("durationType", (): ast.FieldType => {
    const start = this.start();
    this.CONSUME(word.duration);
    this.CONSUME(word.in);
    const unit = this.CONSUME(tokens.Unit);
    const written = this.OPTION(() => this.SUBRULE(this.written)) ?? null;
    return {
      kind: "DurationType",
      span: this.since(start),
      unit: node.unitOf(unit),
      unitSpan: spanOf(unit),
      written,
    };
  });

  // oneOfType : 'one' 'of' member ( ',' member )*
  readonly oneOfType = this.RULE("oneOfType", (): ast.FieldType => {
    const start = this.start();
    const members: ast.Member[] = [];
    this.CONSUME(word.one);
    this.CONSUME(word.of);
    this.AT_LEAST_ONE_SEP({ SEP: tokens.Comma, DEF: () => members.push(this.SUBRULE(this.member)) });
    return { kind: "OneOfType", span: this.since(start), members };
  });

  // member : NAME written?
  readonly member = this.RULE("member", (): ast.Member => {
    const start = this.start();
    const name = node.nameOf(this.CONSUME(tokens.Name));
    const written = this.OPTION(() => this.SUBRULE(this.written)) ?? null;
    return { kind: "Member", span: this.since(start), name, written };
  });

  // numberType : 'number' decimals? ( 'from' NUMBER 'to' NUMBER )? written?
  readonly numberType = this.RULE("numberType", (): ast.FieldType => {
    const start = this.start();
    this.CONSUME(word.number);
    const decimals = this.OPTION1(() => this.SUBRULE(this.decimals)) ?? null;
    const range = this.OPTION2({
      GATE: () => this.nextIs(tokens.NumberToken, 2),
      DEF: () => this.numberRange(),
    });
    const written = this.OPTION3(() => this.SUBRULE(this.written)) ?? null;
    return { kind: "NumberType", span: this.since(start), decimals, range: range ?? null, written };
  });

  private numberRange(): { from: ast.NumberValue; to: ast.NumberValue } {
    this.CONSUME(word.from);
    const from = node.numberOf(this.CONSUME1(tokens.NumberToken));
    this.CONSUME(word.to);
    return { from, to: node.numberOf(this.CONSUME2(tokens.NumberToken)) };
  }

  // daysType : 'days' 'from' NAME 'to' NAME ( 'in' NAME )?
  readonly daysType = this.RULE("daysType", (): ast.FieldType => {
    const start = this.start();
    this.CONSUME(word.days);
    this.CONSUME(word.from);
    const from = node.nameOf(this.CONSUME1(tokens.Name));
    this.CONSUME(word.to);
    const to = node.nameOf(this.CONSUME2(tokens.Name));
    const calendar = this.OPTION(() => {
      this.CONSUME(word.in);
      return node.nameOf(this.CONSUME3(tokens.Name));
    });
    return { kind: "DaysType", span: this.since(start), from, to, calendar: calendar ?? null };
  });
}
