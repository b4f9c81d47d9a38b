/**
 * All words of the knowledge compiled into tries: concepts, acts, names of outcomes, cues.
 */
import type { Cues, KnowledgeBase, Term } from '../knowledge/knowledge-base.ts';
import { type Form, type Match, PhraseTrie } from '../language/phrases.ts';
import { ScatteredPhrases } from '../language/scattered.ts';
import { Spelling } from '../language/spelling.ts';
import { type Language, singular, stem } from '../language/stems.ts';
import { fold, type Token, tokenize } from '../language/tokens.ts';

type TermKind = 'concept' | 'act';
export type MentionKind = TermKind | 'outcome';

/** A place of the text that names something known. */
export interface Mention {
  kind: MentionKind;
  id: string;
  /** Index of the first token, and of the one after the last. */
  from: number;
  to: number;
  /** Its words stand apart, with other words between them. */
  scattered?: true;
}

export const cueNames = [
  'need',
  'forbid',
  'symptom',
  'setting',
  'ask',
  'negation',
  'breaks',
  'except',
  'together',
  'choose',
  'recurrence',
] as const satisfies (keyof Cues)[];
export type Cue = (typeof cueNames)[number] | 'service' | 'feature';

/** A cue with the tokens it stands on: index of the first, and of the one after the last. */
export interface PlacedCue {
  cue: Cue;
  from: number;
  to: number;
}

interface NameEntry {
  id: string;
  /** The name as written, where it is one word with a capital and needs one in the text. */
  capital?: string;
  /** An everyday word as well. */
  everyday: boolean;
}

/** Two terms that claim the same word. */
export interface Collision {
  word: string;
  kind: MentionKind;
  ids: [string, string];
}

const languages: Language[] = ['en', 'es'];
/** The one form of all the vendor's names; no word is written like it. */
const theVendor = '<vendor>';
/** So few words are a name, not a sentence: `Config.` */
const shortSentence = 3;

export class Vocabulary {
  private readonly collided: Collision[] = [];
  private readonly left: { word: string; id: string }[] = [];
  private readonly terms: Record<TermKind, readonly Term[]>;
  /** Made when the language is first read: stemming all its words is half of a start. */
  private readonly tries: Record<TermKind, Partial<Record<Language, PhraseTrie<string>>>>;
  /** Made when the language is first read. */
  private readonly scattered: Partial<Record<Language, ScatteredPhrases<string>>> = {};
  /** Stems that a phrase whose words stand apart can do without. */
  private readonly small: Record<Language, Set<string>>;
  /** Stems that make a phrase none whose words may stand apart. */
  private readonly hollow: Record<Language, Set<string>>;
  private readonly within: number;
  /** One trie for each kind of cue: "can not" says a fault, and the NOT in it what is asked. */
  private readonly cues = { en: new Map<Cue, PhraseTrie<Cue>>(), es: new Map<Cue, PhraseTrie<Cue>>() };
  private readonly names = new PhraseTrie<NameEntry>();
  private readonly vendor: Set<string>;
  private readonly articles: Record<Language, Set<string>>;
  private readonly telltale: Record<Language, Set<string>>;
  private readonly everyday: Set<string>;
  private readonly unstemmed: Record<Language, Set<string>>;
  private readonly spelling: Spelling;
  /** Stems of words that are in some phrase. */
  private readonly known: Record<Language, Set<string>> = { en: new Set(), es: new Set() };

  constructor(base: KnowledgeBase) {
    this.vendor = new Set(base.cues.vendor);
    this.articles = { en: new Set(base.cues.articles.en), es: new Set(base.cues.articles.es) };
    this.everyday = new Set(base.cues.everyday.map((name) => singularForms(name)));
    this.unstemmed = {
      en: new Set(base.cues.unstemmed.en.map((word) => singular(fold(word)))),
      es: new Set(base.cues.unstemmed.es.map((word) => singular(fold(word)))),
    };
    this.telltale = {
      en: new Set(base.cues.telltale.en.map(fold)),
      es: new Set(base.cues.telltale.es.map(fold)),
    };
    const { within, small, hollow } = base.cues.scattered;
    this.within = within;
    const stemsOf = (words: readonly string[], tongue: Language) =>
      new Set(words.map((word) => this.stemOf(fold(word), tongue)));
    this.small = { en: stemsOf(small.en, 'en'), es: stemsOf(small.es, 'es') };
    this.hollow = {
      en: stemsOf([...base.cues.telltale.en, ...hollow.en], 'en').add(theVendor),
      es: stemsOf([...base.cues.telltale.es, ...hollow.es], 'es').add(theVendor),
    };
    this.terms = { concept: [...base.concepts.values()], act: [...base.acts.values()] };
    this.tries = { concept: {}, act: {} };
    this.addCues(base.cues);
    for (const { id, name, aliases } of base.outcomes.values()) {
      for (const alias of new Set([name, ...aliases])) this.addName(id, alias);
    }
    this.spelling = new Spelling(wordsOf(base));
  }

  get collisions(): readonly Collision[] {
    this.readAll();
    return this.collided;
  }

  /** Phrases of which, without articles, only a function word is left: they would match everywhere. */
  get shrunk(): readonly { word: string; id: string }[] {
    this.readAll();
    return this.left;
  }

  /** The language with more of its telltale words in the text; English where they tie. */
  languageOf(tokens: readonly Token[]): Language {
    const score = (language: Language) =>
      tokens.filter(({ folded }) => this.telltale[language].has(folded)).length;
    return score('es') > score('en') ? 'es' : 'en';
  }

  /** The tokens with slips of the pen put right: `CoudTrail` is read as what it must mean, and stays as written. */
  spelled(tokens: readonly Token[], language: Language): Token[] {
    return tokens.map((token) => {
      if (!this.spelling.isStrange(token.folded)) return token;
      this.trieOf('concept', language);
      this.trieOf('act', language);
      if (this.known[language].has(this.stemOf(token.folded, language))) return token;
      const meant = this.spelling.meant(token.folded);
      return meant === undefined ? token : { ...token, folded: meant };
    });
  }

  /** Everything named in the tokens; names win over the words they are made of. */
  mentions(tokens: readonly Token[], language: Language, isLiteral = false): Mention[] {
    const names = this.namesIn(tokens);
    const nameAt = new Map(names.flatMap((name) => range(name.from, name.to).map((at) => [at, name])));
    // A word inside a name means nothing by itself (Secrets Manager holds no secret); the whole name may (region).
    const outside = ({ from, to }: Mention) =>
      range(from, to).every((at) => {
        const name = nameAt.get(at);
        return (
          name === undefined || from < name.from || to > name.to || (from === name.from && to === name.to)
        );
      });
    const terms = [...this.termsIn('concept', tokens, language), ...this.termsIn('act', tokens, language)];
    const scattered = isLiteral ? [] : this.scatteredIn(tokens, language, names, terms);
    return [...names, ...terms.filter(outside), ...scattered].sort((a, b) => a.from - b.from || b.to - a.to);
  }

  /** The outcome that goes by exactly this name, in any of its spellings. */
  outcomeNamed(name: string): string | undefined {
    const tokens = tokenize(name);
    const forms = tokens.map(({ folded }) => (this.vendor.has(folded) ? undefined : singular(folded)));
    const whole = this.names.find(forms).find(({ from, to }) => {
      const before = forms.slice(0, from).every((form) => form === undefined);
      return before && forms.slice(to).every((form) => form === undefined);
    });
    return whole?.entry.id;
  }

  /** Cues by kind, with their place. */
  cuesIn(tokens: readonly Token[], language: Language): PlacedCue[] {
    const forms = tokens.map(({ folded }) => this.stemOf(folded, language));
    return [...this.cues[language].values()]
      .flatMap((trie) => trie.find(forms))
      .map(({ entry, from, to }) => ({ cue: entry, from, to }))
      .sort((a, b) => a.from - b.from);
  }

  private termsIn(kind: TermKind, tokens: readonly Token[], language: Language): Mention[] {
    const found: Mention[] = [];
    const taken = new Set<number>();
    for (const tongue of tonguesOf(language)) {
      const matches = this.trieOf(kind, tongue).find(this.forms(tokens, tongue), withinSentence(tokens));
      const free = matches.filter(({ from, to }) => !range(from, to).some((at) => taken.has(at)));
      for (const { entry, from, to } of free) {
        found.push({ kind, id: entry, from, to });
        for (const at of range(from, to)) taken.add(at);
      }
    }
    return found;
  }

  /**
   * Concepts whose words stand apart in a sentence that does not say them otherwise. The words of a name mean nothing
   * by themselves, unless the name is one word.
   */
  private scatteredIn(
    tokens: readonly Token[],
    language: Language,
    names: readonly Mention[],
    terms: readonly Mention[],
  ): Mention[] {
    const longNames = names.filter(({ from, to }) => to - from > 1);
    const inName = new Set(longNames.flatMap(({ from, to }) => range(from, to)));
    const sentenceAt = (at: number) => tokens[at]?.sentence ?? -1;
    const key = (id: string, at: number) => `${id} ${sentenceAt(at)}`;
    const said = new Set(terms.map(({ id, from }) => key(id, from)));
    const found: Mention[] = [];
    for (const tongue of tonguesOf(language)) {
      const forms = this.forms(tokens, tongue).map((form, at) => (inName.has(at) ? undefined : form));
      for (const { entry, from, to } of this.scatteredOf(tongue).find(forms, sentenceAt)) {
        if (said.has(key(entry, from))) continue;
        said.add(key(entry, from));
        found.push({ kind: 'concept', id: entry, from, to, scattered: true });
      }
    }
    return found;
  }

  private namesIn(tokens: readonly Token[]): Mention[] {
    const forms = tokens.map(({ folded }) => (this.vendor.has(folded) ? undefined : singular(folded)));
    const isWhole = withinSentence(tokens);
    const accepts = (match: Match<NameEntry>) => isWhole(match) && this.isMeant(match, tokens);
    return this.names
      .find(forms, accepts)
      .map(({ entry, from, to }) => ({ kind: 'outcome', id: entry.id, from, to }));
  }

  /**
   * An everyday word is written for many reasons, with a capital or without (a Developer, two Availability Zones): it
   * is a name where little else is said, or after the vendor's.
   */
  private isMeant({ entry, from, to }: Match<NameEntry>, tokens: readonly Token[]): boolean {
    if (entry.everyday && tokens.length > shortSentence && !this.branded(tokens, from)) return false;
    return entry.capital === undefined || this.capitalised(tokens, from, to, entry.capital);
  }

  private branded(tokens: readonly Token[], from: number): boolean {
    return from > 0 && this.vendor.has(tokens[from - 1]?.folded ?? '');
  }

  /** `Config` names the service; `config`, or the first word of a sentence, may be any word. */
  private capitalised(tokens: readonly Token[], from: number, to: number, name: string): boolean {
    const token = tokens[to - 1];
    if (!token) return false;
    if (token.text === name && /\p{Lu}/u.test(name.slice(1))) return true;
    if (isAcronym(name)) return name.length > 2;
    if (this.branded(tokens, from)) return true;
    if (!/^\p{Lu}/u.test(token.text)) return false;
    if (!token.opens || token.text.slice(1) !== token.text.slice(1).toLowerCase()) return true;
    const next = tokens.findIndex((later, at) => at > from && later.opens);
    return (next < 0 ? tokens.length : next) - from <= shortSentence;
  }

  private addName(id: string, name: string): void {
    const tokens = tokenize(name).filter(({ folded }) => !this.vendor.has(folded));
    const forms = tokens.map(({ folded }) => singular(folded));
    const [only] = tokens;
    if (!only) return;
    const capital = tokens.length === 1 && only.text !== only.text.toLowerCase() ? only.text : undefined;
    const everyday = this.everyday.has(forms.join(' '));
    const before = this.names.add(forms, { id, everyday, ...(capital !== undefined && { capital }) });
    const other = before.find((entry) => entry.id !== id);
    if (other) this.collided.push({ word: name, kind: 'outcome', ids: [other.id, id] });
  }

  private readAll(): void {
    for (const kind of ['concept', 'act'] as const) {
      for (const language of languages) this.trieOf(kind, language);
    }
  }

  private trieOf(kind: TermKind, language: Language): PhraseTrie<string> {
    let trie = this.tries[kind][language];
    if (!trie) {
      trie = new PhraseTrie();
      this.tries[kind][language] = trie;
      for (const term of this.terms[kind]) this.addTerm(term, kind, language, trie);
    }
    return trie;
  }

  /** Phrases of words that carry meaning, but for small ones: what is left of the others would be found everywhere. */
  private scatteredOf(language: Language): ScatteredPhrases<string> {
    this.scattered[language] ??= new ScatteredPhrases(
      this.terms.concept.flatMap(({ id, words }) =>
        words[language].flatMap((word) => {
          const all = this.forms(tokenize(word), language).flatMap(formOf);
          const forms = [...new Set(all.filter((form) => !this.small[language].has(form)))];
          const isTelling = forms.every((form) => form.length > 2 && !this.hollow[language].has(form));
          return isTelling && forms.length > 1 ? [{ entry: id, forms }] : [];
        }),
      ),
      this.within,
    );
    return this.scattered[language];
  }

  private addTerm({ id, words }: Term, kind: TermKind, language: Language, trie: PhraseTrie<string>): void {
    for (const word of words[language]) {
      const forms = this.forms(tokenize(word), language).flatMap(formOf);
      const only = forms.length === 1 ? forms[0] : undefined;
      if (only !== undefined && this.telltale[language].has(only)) this.left.push({ word, id });
      if (forms.length === 0) continue;
      for (const form of forms) this.known[language].add(form);
      const other = trie.add(forms, id).find((entry) => entry !== id);
      if (other !== undefined) this.collided.push({ word, kind, ids: [other, id] });
    }
  }

  private addCues(cues: Cues): void {
    for (const language of languages) {
      const add = (cue: Cue, words: string[]) => {
        const trie = new PhraseTrie<Cue>();
        for (const word of words) {
          const forms = tokenize(word).map(({ folded }) => this.stemOf(folded, language));
          trie.add(forms, cue);
        }
        this.cues[language].set(cue, trie);
      };
      for (const cue of cueNames) add(cue, cues[cue][language]);
      add('service', cues.grain.service[language]);
      add('feature', cues.grain.feature[language]);
    }
  }

  private stemOf(folded: string, language: Language): string {
    const one = singular(folded);
    return this.unstemmed[language].has(one) ? one : stem(folded, language);
  }

  private forms(tokens: readonly Token[], language: Language): Form[] {
    return tokens.map(({ folded }) => {
      if (this.articles[language].has(folded)) return undefined;
      return this.vendor.has(folded) ? { aside: theVendor } : this.stemOf(folded, language);
    });
  }
}

/** Every word of the names, of the lexicon and of what only looks like a slip. */
function wordsOf({ outcomes, concepts, acts, cues }: KnowledgeBase): Set<string> {
  const names = [...outcomes.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
  const terms = [...concepts.values(), ...acts.values()].flatMap(({ words }) => [...words.en, ...words.es]);
  const all = [...names, ...terms, ...cues.noSlips];
  return new Set(all.flatMap((text) => tokenize(text).map(({ folded }) => folded)));
}

/** Spanish texts are full of English terms of the trade; their own words go first. */
function tonguesOf(language: Language): readonly Language[] {
  return language === 'es' ? ['es', 'en'] : ['en'];
}

/** The forms by which a name is compared with other names. */
function singularForms(name: string): string {
  return tokenize(name)
    .map(({ folded }) => singular(folded))
    .join(' ');
}

/** No phrase goes on over the end of a sentence. */
function withinSentence(tokens: readonly Token[]): (match: { from: number; to: number }) => boolean {
  return ({ from, to }) => tokens[from]?.sentence === tokens[to - 1]?.sentence;
}

/** The form of a token of a phrase, if it has one. */
function formOf(form: Form): string[] {
  if (form === undefined) return [];
  return [typeof form === 'string' ? form : form.aside];
}

function isAcronym(name: string): boolean {
  return (name.match(/\p{Lu}/gu)?.length ?? 0) > 1 && name.length <= 6;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
