import type { FindingCode } from '../../knowledge/finding.ts';
import type { FindingGuide } from './guide.ts';

export const guideEn: Record<FindingCode, FindingGuide> = {
  KB_YAML: {
    what: 'The file is not YAML, or it is missing.',
    why: 'Nothing in it can be read, so nothing in it is known.',
    fix: 'Mend the place marked; most often a quote, a bracket or an indent is missing.',
  },
  KB_SHAPE: {
    what: 'A field is missing, or it has another form than its kind of file asks for.',
    why: 'A text in one language only, or a list where one value belongs, would break a page later on.',
    fix: 'Write the field as rules/README.md shows it. The JSON Schemas in schemas/ let an editor tell you while you type.',
  },
  KB_UNKNOWN_KEY: {
    what: 'A key is not one of those that are known here.',
    why: 'A misspelt condition would silently be no condition at all.',
    fix: 'Take the name that is suggested, or remove the key.',
  },
  KB_UNKNOWN_CONCEPT: {
    what: 'A concept or outcome is named that does not exist.',
    why: 'The claim or rule would wait for something nobody can say.',
    fix: 'Take the name that is suggested, or propose the concept under proposes.',
  },
  KB_UNKNOWN_ACT: {
    what: 'An act is named that lexicon/acts.yaml does not have.',
    why: 'Acts are a closed list, so that the same doing has one name everywhere.',
    fix: 'Use the act that comes nearest, or propose a new one.',
  },
  KB_UNKNOWN_OUTCOME: {
    what: 'A verdict or a claim names an outcome that the catalogue does not have.',
    why: 'No option would ever be recognised as it.',
    fix: 'Take the id that is suggested, or propose the outcome.',
  },
  KB_UNKNOWN_STATEMENT: {
    what: 'A rule cites a statement that does not exist.',
    why: 'Every reason leads back to a statement and its lines; this one leads nowhere.',
    fix: 'Cite by id, or by section/id where the statement stands in another section.',
  },
  KB_UNKNOWN_FACT: {
    what: 'A condition asks for a fact that is not known.',
    why: 'It could never hold.',
    fix: 'Use need.<act>, about, setting, symptom, or a choice or quantity of facts.yaml.',
  },
  KB_UNKNOWN_SECTION: {
    what: 'The section and its file have different names.',
    why: 'The path is the address: of the page, of the rules, of the scenarios.',
    fix: 'Name both by the slug of the heading.',
  },
  KB_TYPE: {
    what: 'A value has another type, unit or operator than its fact.',
    why: 'The comparison would be false for every scenario.',
    fix: 'Sets take contains, choices take equal with one of their values, quantities a number in the unit of the fact.',
  },
  KB_CYCLE: {
    what: 'Following is-a or parent, a thing comes back to itself.',
    why: 'What it is can not be worked out, nor how far it is from what is claimed.',
    fix: 'Remove the link that says the more special thing is what the more general one is.',
  },
  KB_SAME_WORDS: {
    what: 'The same words, by their stems, say two different things.',
    why: 'A text would be read as one of them by chance.',
    fix: 'Leave the word with the one it says more often, and give the other a longer phrase.',
  },
  KB_SHRUNK: {
    what: 'Once articles and possessives are passed over, only a function word is left of a phrase.',
    why: 'It would be found in every sentence.',
    fix: 'Add the word that carries the meaning.',
  },
  KB_SAME_ID: {
    what: 'One id stands for two things.',
    why: 'One of them would win by the order of the files.',
    fix: 'Rename one of the two.',
  },
  KB_NO_VERDICT: {
    what: 'A rule has no verdict, or more than one.',
    why: 'It must be clear what a rule that fires speaks for.',
    fix: 'Give exactly one of: prefer with over, recommend, exclude.',
  },
  KB_NO_POSITIVE: {
    what: 'A rule asks only for what is not.',
    why: 'It could fire on an empty scenario.',
    fix: 'Add something that must be known to be so.',
  },
  KB_NO_CLAIM: {
    what: 'A statement has neither a claim nor a reason for having none.',
    why: 'It is known to a reader, but it decides nothing.',
    fix: 'Write what it claims, or say under unclaimed why nobody would be asked for it.',
  },
  KB_NO_LINES: {
    what: 'A statement of a section names no lines, or a general one does.',
    why: 'What comes from the notes and what everyone in the field knows are kept apart and shown apart.',
    fix: 'Give its lines, or move it to general/.',
  },
  KB_LINE_TWICE: {
    what: 'A line is listed as stating nothing, and a statement rests on it.',
    why: 'Both can not be true, and the coverage would count it twice.',
    fix: 'Take it out of silent, or out of the statement.',
  },
  KB_LINE_LOST: {
    what: 'A line of the notes states something, and neither a statement nor a reason for silence accounts for it.',
    why: 'What the owner of the notes learnt is missing from every answer, and nobody notices.',
    fix: 'Write the statement again, give its line to the one that says it, or list it under silent with the reason.',
  },
  KB_LINE_ELSEWHERE: {
    what: 'A statement gives a line that is not of its heading.',
    why: 'The answer would quote a line that has nothing to do with it: mostly two digits changed places.',
    fix: 'Give the line that was meant; what belongs to several headings goes to spanning/.',
  },
  KB_SAME_CLAIM: {
    what: 'Two claims of one statement say the same of the same object.',
    why: 'It counts once, so one of the two was probably copied to say something else.',
    fix: 'Change the copy to what it was meant to say, or remove it.',
  },
  KB_AMOUNT_UNSAID: {
    what: 'A claim strikes options by an amount that its statement does not say.',
    why: 'The reader sees a verdict by a number that the explanation does not have, and a slip in the number stays unseen.',
    fix: 'Say the amount in the statement, with its unit, or correct the claim.',
  },
  KB_PROPOSES: {
    what: 'A section still proposes concepts, acts, words or outcomes.',
    why: 'Lexicon and catalogue have one owner each, so that a word is not given twice.',
    fix: 'Merge the proposals into lexicon and catalogue, then remove them here.',
  },
  KB_NEVER: {
    what: 'No scenario satisfies the conditions of this rule together.',
    why: 'It reads like knowledge and never takes part in an answer.',
    fix: 'Look for two values of one choice, amounts that exclude each other, or an unless that always holds with when.',
  },
  KB_CONTRADICTION: {
    what: 'Whenever the first rule fires, the second does too, and says the contrary.',
    why: 'Their points cancel out, so that the special case, which one of them was written for, decides nothing.',
    fix: 'Give the general rule an unless with what makes the special case. If one is simply wrong, withdraw it.',
  },
  KB_CONFLICT: {
    what: 'What is just enough for one rule to fire is enough for a rule with the contrary verdict.',
    why: 'Both count the same there, so neither reason decides. Where each rule asks for something that the other does not, or where an exclusion is the exception to a recommendation, there is no finding: the points weigh them.',
    fix: 'Give the rule that is wrong in this scenario an unless with what the other one asks for, or withdraw the alternative that meets it.',
  },
  KB_SUBSUMED: {
    what: 'A rule fires only where another one with the same verdict fires anyway.',
    why: 'Both count, so one reason weighs twice, and a change to one leaves the other behind.',
    fix: 'Keep the one with the better reason and let it cite the statements of both.',
  },
  KB_CLAIMS_DISAGREE: {
    what: 'What is just enough for one claim is enough for another one that denies it.',
    why: 'The answer then says that it does and that it does not, and the claim never counts. A denial that asks for more than the claim is its exception, and no finding: it takes back what the claim gives.',
    fix: 'If one of the two is false, delete it. Otherwise say in the denial when it does not hold (unless), or narrow it with what it is about: when, with, or asOf where time has changed it.',
  },
  KB_UNREAD: {
    what: 'A fact, a concept or an act can be said, and no rule asks for it or for what it is.',
    why: 'It is underlined as understood and changes nothing.',
    fix: 'Write what depends on it, or leave it out.',
  },
  KB_UNSAYABLE: {
    what: 'A rule waits for something that has no words, and nothing that is it has any.',
    why: 'No text can make it fire.',
    fix: 'Give the concept its words in both languages, or ask for one that has them.',
  },
  KB_UNRECOMMENDED: {
    what: 'No claim and no rule speaks for an outcome of the catalogue or against it.',
    why: 'It is recognised in options and changes nothing there. What is said of a feature, or of the feature that it is a form of, counts for it; what is said of a whole service does not.',
    fix: 'Claim what it does, or deny what it is mistaken for.',
  },
  KB_ONE_SIDED: {
    what: 'A contrast has no exception, and nothing is said for the side that loses that does not hold for the winner too.',
    why: 'Whoever learns from it takes the loser for useless; a question that turns on the difference needs both cases. What is retired, or does nothing of what the winner does, is no rival.',
    fix: 'Claim what only the loser does, write the rule for when it is right, or name the exception under unless. If it is never right, suppress the finding with the reason.',
  },
  KB_WAITS_FOR_DENIAL: {
    what: 'A rule or a claim asks under when that something is not so.',
    why: 'A strong not holds only where somebody denies the thing in so many words. A text that does not mention it leaves it unknown, and the rule never fires.',
    fix: 'Move it to unless, which holds back the rule only where the thing is known. If a denial is really meant, suppress the finding with the reason.',
  },
  KB_IDLE_SUPPRESSION: {
    what: 'A suppression in suppressions.yaml matches no finding.',
    why: 'Its reason has outlived what it was given for, and would hide the next finding there.',
    fix: 'Remove it.',
  },
  KB_SCENARIO_KEY: {
    what: 'The key of a scenario is no letter of its options and no known outcome or text.',
    why: 'The scenario could never pass.',
    fix: 'Name a letter, or an outcome by one of its names.',
  },
  KB_FILL_IN: {
    what: 'A place that criterio new left open still says FILL IN.',
    why: 'What nobody has written yet would be shown to a reader as knowledge.',
    fix: 'Write what belongs there, or take the entry out.',
  },
  KB_SCENARIO_RULE: {
    what: 'A scenario expects a rule or a statement that does not exist.',
    why: 'What it expects could never count, so it could never pass.',
    fix: 'Name a rule or a statement as section/id, or leave the expectation out.',
  },
};
