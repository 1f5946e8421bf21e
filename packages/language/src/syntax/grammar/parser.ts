/**
 * The whole grammar as one parser: a file is declarations, a declaration is a head and sentences.
 *
 * The rules of this last link describe the shape of a file, and are what `grammar.ebnf` and the diagrams are made
 * from. Reading a file does not start at the top, though: `parse.ts` finds the sentences by their lines and reads
 * each with its own rule, so that a mistake costs one sentence. A test holds the two ways together.
 */
import type { IToken, ParserMethod, Rule } from "chevrotain";
import type * as ast from "../ast.ts";
import { End } from "../tokens.ts";
import { prepare } from "./choosing.ts";
import { FactRules } from "./fact-rules.ts";
import { declarationOf, type Head } from "./heads.ts";
import type { Alternatives, ParserOptions } from "./value-rules.ts";

export class TenetParser extends FactRules {
  readonly #analysed: boolean;

  constructor(options: ParserOptions = {}) {
    super(options);
    this.#analysed = options.analysed === true || options.validate === true;
    if (this.#analysed) this.performSelfAnalysis();
    else prepare(this);
  }

  /** The grammar as a tree. A parser that was not analysed has that of one that was: only mistakes need it. */
  override getGAstProductions(): Record<string, Rule> {
    if (this.#analysed) return super.getGAstProductions();
    analysed ??= new TenetParser({ analysed: true });
    return analysed.getGAstProductions();
  }

  // file : declaration*
  readonly file = this.RULE("file", (): ast.Declaration[] => {
    const declarations: ast.Declaration[] = [];
    this.MANY(() => declarations.push(this.SUBRULE(this.declaration)));
    return declarations;
  });

  // declaration : uses | agreement | partners | dataset | calendarDeclaration | clockDeclaration | metric |
  //             standard | credit | bonus | pointsDeclaration | escalation | ratchet | scorecard | tiers |
  //             exclusion | amendment | rampUp | attestation | duty | touchpoint | report | testDeclaration
  readonly declaration: ParserMethod<[], ast.Declaration> = this.RULE("declaration", () =>
    this.OR<Alternatives<ast.Declaration>>([
      { ALT: () => this.SUBRULE(this.uses) },
      { ALT: () => this.SUBRULE(this.agreement) },
      { ALT: () => this.SUBRULE(this.partners) },
      { ALT: () => this.SUBRULE(this.dataset) },
      { ALT: () => this.SUBRULE(this.calendarDeclaration) },
      { ALT: () => this.SUBRULE(this.clockDeclaration) },
      { ALT: () => this.SUBRULE(this.metric) },
      { ALT: () => this.SUBRULE(this.standard) },
      { ALT: () => this.SUBRULE(this.credit) },
      { ALT: () => this.SUBRULE(this.bonus) },
      { ALT: () => this.SUBRULE(this.pointsDeclaration) },
      { ALT: () => this.SUBRULE(this.escalation) },
      { ALT: () => this.SUBRULE(this.ratchet) },
      { ALT: () => this.SUBRULE(this.scorecard) },
      { ALT: () => this.SUBRULE(this.tiers) },
      { ALT: () => this.SUBRULE(this.exclusion) },
      { ALT: () => this.SUBRULE(this.amendment) },
      { ALT: () => this.SUBRULE(this.rampUp) },
      { ALT: () => this.SUBRULE(this.attestation) },
      { ALT: () => this.SUBRULE(this.duty) },
      { ALT: () => this.SUBRULE(this.touchpoint) },
      { ALT: () => this.SUBRULE(this.report) },
      { ALT: () => this.SUBRULE(this.testDeclaration) },
    ]),
  );

  // uses : usesHead END
  readonly uses = this.RULE("uses", (): ast.Declaration => {
    const head = this.SUBRULE(this.usesHead);
    this.CONSUME(End);
    return this.ACTION(() => declarationOf(head, []));
  });

  // agreement : agreementHead END ( agreementSentence END )*
  readonly agreement = this.whole("agreement", this.agreementHead, this.agreementSentence);
  // partners : partnersHead END ( partnersSentence END )*
  readonly partners = this.whole("partners", this.partnersHead, this.partnersSentence);
  // dataset : datasetHead END ( datasetSentence END )*
  readonly dataset = this.whole("dataset", this.datasetHead, this.datasetSentence);
  // calendarDeclaration : calendarHead END ( calendarSentence END )*
  readonly calendarDeclaration = this.whole("calendarDeclaration", this.calendarHead, this.calendarSentence);
  // clockDeclaration : clockHead END ( clockSentence END )*
  readonly clockDeclaration = this.whole("clockDeclaration", this.clockHead, this.clockSentence);
  // metric : metricHead END ( metricSentence END )*
  readonly metric = this.whole("metric", this.metricHead, this.metricSentence);
  // standard : standardHead END ( standardSentence END )*
  readonly standard = this.whole("standard", this.standardHead, this.standardSentence);
  // credit : creditHead END ( creditSentence END )*
  readonly credit = this.whole("credit", this.creditHead, this.creditSentence);
  // bonus : bonusHead END ( moneySentence END )*
  readonly bonus = this.whole("bonus", this.bonusHead, this.moneySentence);
  // pointsDeclaration : pointsHead END ( pointsSentence END )*
  readonly pointsDeclaration = this.whole("pointsDeclaration", this.pointsHead, this.pointsSentence);
  // escalation : escalationHead END ( escalationSentence END )*
  readonly escalation = this.whole("escalation", this.escalationHead, this.escalationSentence);
  // ratchet : ratchetHead END ( ratchetSentence END )*
  readonly ratchet = this.whole("ratchet", this.ratchetHead, this.ratchetSentence);
  // scorecard : scorecardHead END ( scorecardSentence END )*
  readonly scorecard = this.whole("scorecard", this.scorecardHead, this.scorecardSentence);
  // tiers : tiersHead END ( tiersSentence END )*
  readonly tiers = this.whole("tiers", this.tiersHead, this.tiersSentence);
  // exclusion : exclusionHead END ( exclusionSentence END )*
  readonly exclusion = this.whole("exclusion", this.exclusionHead, this.exclusionSentence);
  // amendment : amendmentHead END ( amendmentSentence END )*
  readonly amendment = this.whole("amendment", this.amendmentHead, this.amendmentSentence);
  // rampUp : rampUpHead END ( rampUpSentence END )*
  readonly rampUp = this.whole("rampUp", this.rampUpHead, this.rampUpSentence);
  // attestation : attestationHead END ( attestationSentence END )*
  readonly attestation = this.whole("attestation", this.attestationHead, this.attestationSentence);
  // duty : dutyHead END ( dutySentence END )*
  readonly duty = this.whole("duty", this.dutyHead, this.dutySentence);
  // touchpoint : touchpointHead END ( touchpointSentence END )*
  readonly touchpoint = this.whole("touchpoint", this.touchpointHead, this.touchpointSentence);
  // report : reportHead END ( reportSentence END )*
  readonly report = this.whole("report", this.reportHead, this.reportSentence);
  // testDeclaration : testHead END ( testSentence END )*
  readonly testDeclaration = this.whole("testDeclaration", this.testHead, this.testSentence);

  private whole(
    name: string,
    head: ParserMethod<[], Head>,
    sentence: ParserMethod<[], ast.Sentence>,
  ): ParserMethod<[], ast.Declaration> {
    return this.RULE(name, () => {
      const sentences: ast.Sentence[] = [];
      const top = this.SUBRULE1(head);
      this.CONSUME1(End);
      this.MANY(() => {
        sentences.push(this.SUBRULE2(sentence));
        this.CONSUME2(End);
      });
      return this.ACTION(() => declarationOf(top, sentences as ast.Declaration["sentences"]));
    });
  }

  /** Reads `sentence` by `rule`; null where it does not fit to its end. */
  read<T>(rule: ParserMethod<[], T>, sentence: IToken[]): T | null {
    this.input = sentence;
    const value = rule.call(this);
    return this.errors.length === 0 ? value : null;
  }
}

let analysed: TenetParser | null = null;
