/** How questions begin that ask what a word means. */
export const asksForMeaning =
  /^\s*(?:what (?:is|are|does)|was (?:ist|sind|heisst|heißt|bedeutet)|hvad (?:er|betyder))\s/i;

/** How questions begin that ask who does something. */
export const asksForDoer = /^\s*(?:who|wer|hvem)\s/i;

/** Whether a word of a question names nothing, or only a day somebody has in mind: `10th`, `March`, `2027-03-10`. */
export function namesNothing(word: string): boolean {
  return wordsThatNameNothing.has(word.toLowerCase()) || namesDay(word);
}

/** Whether a word is a number, or the name of a month or of a day of the week. */
export function namesDay(word: string): boolean {
  return (
    /^\d{1,4}(?:[-./]\d{1,4}){0,2}(?:st|nd|rd|th|\.)?$/i.test(word) || namesOfDays.has(word.toLowerCase())
  );
}

const namesOfDays: ReadonlySet<string> = new Set(
  [
    "january february march april may june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday",
    "januar februar märz maerz mai juni juli oktober dezember",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "marts maj december mandag tirsdag onsdag torsdag fredag lørdag søndag",
  ].flatMap((line) => line.split(" ")),
);

/** Words of a question that name nothing. Written in capitals they count all the same: `IT`. */
const wordsThatNameNothing: ReadonlySet<string> = new Set(
  [
    "a about after all am an and any are as at be because been before by can could did do does doing for from get gets",
    "give given go goes had has have how i if in into is it its just like make makes many may me much must my need needed",
    "needs of off often on one or our out please shall should show so some take takes tell than that the their them then",
    "there these they thing this those to under until up us use used uses want was we were what when where which while",
    "who whom whose why will with work works would you your happens happen long",
    "als am an auf aus bei beim brauche braucht bin das dass dem den der des die dies durch ein eine einem einen einer er es",
    "für gibt habe haben hat ich ihr im in ist kann man mache macht mein meine mit muss nach oder sich sie sind soll über um",
    "und uns unser vom von vor wann warum was welche welcher welches wem wen wenn wer wie wieso wir wird wo zu zum zur",
    "af at da de dem den der det dig dit du efter eller en er et for fra gør gøre han har hun hvad hvem hvilke hvilken hvis",
    "hvor hvordan hvornår hvorfor i jeg kan man med men mig min mit når og om op os på sig skal som til ud var ved vi vil vores",
  ].flatMap((line) => line.split(" ")),
);
