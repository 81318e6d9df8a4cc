import { nearest } from "../message.ts";

/** What fields are called elsewhere, by what they are called here: by other tools, and in German and Danish. */
const otherNames: readonly (readonly [name: string, others: RegExp])[] = [
  ["at", /^(?:time|hour|clock|uhrzeit|zeit|klokken|klokkeslæt|tidspunkt)$/i],
  [
    "due",
    /^(?:deadline|date|due-?date|when-?due|offset|fällig|fällig-?am|fälligkeit|frist|termin|datum|forfald|forfaldsdato|dato)$/i,
  ],
  [
    "role",
    /^(?:roles|responsible|assignees?|who|by|team|rollen?|wer|zuständig|verantwortlich|roller|hvem|ansvarlig)$/i,
  ],
  ["title", /^(?:name|heading|headline|step|titel|überschrift|bezeichnung|navn|overskrift)$/i],
  ["label", /^(?:name|title|question|frage|beschriftung|spørgsmål)$/i],
  [
    "after",
    /^(?:depends-?on|waits?-?for|requires|needs|predecessors?|blocked-?by|nach|danach|vorgänger|wartet(?:-?auf)?|efter|venter(?:-?på)?)$/i,
  ],
  ["input", /^(?:needs?|inputs|eingang|eingaben?|braucht)$/i],
  ["output", /^(?:deliverables?|results?|outputs|ergebnis|ergebnisse|resultat|resultater)$/i],
  ["duration", /^(?:length|takes|days|start|begin|starts|dauer|tage|beginn|varighed|dage)$/i],
  ["effort", /^(?:work|hours|time|aufwand|stunden|indsats|timer)$/i],
  ["kind", /^(?:type|typ|art|slags)$/i],
  [
    "approvers",
    /^(?:approver|approved-?by|reviewers?|sign-?off|genehmiger|genehmigt-?(?:von|durch)|freigabe|freigabe-?durch|freigeber|prüfer|godkender|godkendes-?af|godkendt-?af|godkendere)$/i,
  ],
  ["when", /^(?:if|only-?if|condition|wenn|falls|bedingung|hvis|når|betingelse)$/i],
  ["respond", /^(?:sla|response|response-?time|react|antwortzeit|reaktionszeit|svartid)$/i],
  [
    "informed",
    /^(?:notify|tell|cc|notifications?|informiert|benachrichtigen|informeret|informeres|underret)$/i,
  ],
  ["consulted", /^(?:ask|consult|konsultiert|rådspurgt|konsulteret)$/i],
  [
    "each",
    /^(?:for-?each|foreach|per|items?|loop|for|je|pro|jeder?|jedes|für-?jeden?|per-?item|hver|for-?hver)$/i,
  ],
  [
    "every",
    /^(?:repeat|repeats|recurs|recurring|interval|frequency|cadence|alle|jede|hver|gentag|rhythmus)$/i,
  ],
  [
    "phase",
    /^(?:phases|stage|section|track|group|milestone|abschnitt|etappe|phasen|fase|faser|afsnit|spor)$/i,
  ],
  ["accountable", /^(?:answers|raci-?a|rechenschaftspflichtig|rechenschaft|hovedansvarlig)$/i],
  ["tools", /^(?:software|systems?|werkzeuge?|værktøj|værktøjer)$/i],
  ["optional", /^(?:skippable|optionale?|wahlfrei|freiwillig|valgfri|frivillig)$/i],
  ["options", /^(?:choices|values|auswahl|optionen|möglichkeiten|valg|valgmuligheder|muligheder)$/i],
  ["required", /^(?:mandatory|must|pflicht|pflichtfeld|erforderlich|påkrævet|krævet|obligatorisk)$/i],
  ["default", /^(?:preset|prefill|vorgabe|standard|voreinstellung|forvalgt)$/i],
  ["help", /^(?:hint|note|hilfe|hinweis|hjælp)$/i],
  ["ask", /^(?:fields|questions|form|fragen|formular|spørgsmål)$/i],
  ["steps", /^(?:tasks|activities|schritte|aufgaben|trin|opgaver)$/i],
  [
    "summary",
    /^(?:description|about|subtitle|zusammenfassung|beschreibung|kurzfassung|resumé|beskrivelse|sammenfatning)$/i,
  ],
  ["outcome", /^(?:goal|result|ziel|ergebnis|mål|resultat|udbytte)$/i],
  ["trigger", /^(?:starts-?when|cause|auslöser|anlass|udløser|anledning)$/i],
  ["owner", /^(?:process-?owner|inhaber|eigentümer|verantwortlich|zuständig|ejer|ansvarlig)$/i],
  ["anchor", /^(?:anchor-?date|date|stichtag|ankerdatum|termin|skæringsdato)$/i],
  ["repeats", /^(?:schedule|cadence|every|recurrence|wiederholung|rhythmus|gentagelse|gentages)$/i],
  ["people", /^(?:members|persons?|names|logins|personen|leute|mitglieder|personer|folk|medlemmer)$/i],
  ["most", /^(?:mx|max|maximum|limit)$/i],
  [
    "deputies",
    /^(?:substitutes?|backups?|stand-?ins?|vertretung|vertreter|stellvertreter|stedfortrædere?|afløsere?)$/i,
  ],
  ["department", /^(?:unit|division|abteilung|bereich|afdeling)$/i],
];

/**
 * The field that was probably meant by one that is not expected: one with the same meaning in another word, or with a similar name.
 * `value` is what stands there: a time of day is no length of time.
 */
export function meantField(key: string, expected: readonly string[], value?: unknown): string | undefined {
  const isClock = typeof value === "string" && /^\d{1,2}[:.]\d{2}\b/.test(value);
  const spellings = spellingsOf(key);
  const isMeant = ([name, others]: (typeof otherNames)[number]) =>
    expected.includes(name) &&
    spellings.some((spelling) => others.test(spelling)) &&
    (name !== "at" || isClock);
  const isOneOrMany = (name: string) => `${key}s` === name || key === `${name}s`;
  // `art` and `nach` are words of their own, though `at` and `each` are nearer; a word and its plural are one.
  return expected.find(isOneOrMany) ?? otherNames.find(isMeant)?.[0] ?? nearest(key, expected);
}

/** A key with a dash for blanks, and with the letters of German and Danish that people without such a keyboard write as two. */
function spellingsOf(key: string): string[] {
  const name = key.trim().replace(/[\s_]+/g, "-");
  const inGerman = name.replace(/ae/gi, "ä").replace(/oe/gi, "ö").replace(/ue/gi, "ü");
  const inDanish = name.replace(/ae/gi, "æ").replace(/oe/gi, "ø").replace(/aa/gi, "å");
  return [name, inGerman, inDanish];
}
