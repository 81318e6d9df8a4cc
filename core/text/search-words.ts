/** Words for one thing, by language. A word may be several words. */
export interface Synonyms {
  readonly en: readonly string[];
  readonly de: readonly string[];
  readonly da: readonly string[];
}

/**
 * Words that people in marketing use for the same thing, so that a page is found by those it does not use itself, in
 * whichever of these languages it is written. No word stands here that means something else as often.
 */
export const synonyms: readonly Synonyms[] = [
  // What is written and sent
  {
    en: ["newsletter", "mailing", "bulk mail", "mass mail", "mailshot"],
    de: ["Newsletter", "Rundmail", "Rundschreiben", "Rundbrief", "Infobrief"],
    da: ["nyhedsbrev", "nyhedsmail"],
  },
  { en: ["e-mail", "mail"], de: ["E-Mail", "Mail"], da: ["e-mail", "mail"] },
  {
    en: ["blog post", "blog", "article"],
    de: ["Blogbeitrag", "Blogartikel", "Beitrag", "Artikel"],
    da: ["blogindlæg", "indlæg", "artikel"],
  },
  {
    en: ["publish", "post online"],
    de: ["veröffentlichen", "Veröffentlichung"],
    da: ["udgive", "offentliggøre"],
  },
  { en: ["write", "draft"], de: ["schreiben", "verfassen"], da: ["skrive"] },
  { en: ["outline", "structure"], de: ["Gliederung"], da: ["disposition"] },
  { en: ["text", "copy", "wording"], de: ["Text", "Texte"], da: ["tekst"] },
  {
    en: ["image", "picture", "photo", "illustration", "graphics"],
    de: ["Bild", "Bilder", "Foto", "Grafik"],
    da: ["billede", "foto", "grafik"],
  },
  { en: ["keyword", "search term"], de: ["Suchbegriff", "Schlüsselwort"], da: ["søgeord"] },
  {
    en: ["seo", "search engine", "findability"],
    de: ["Suchmaschine", "Suchmaschinenoptimierung"],
    da: ["søgemaskine"],
  },
  {
    en: ["press", "press release", "statement"],
    de: ["Pressemitteilung", "Presse", "Stellungnahme"],
    da: ["pressemeddelelse", "udtalelse"],
  },
  { en: ["news", "topical"], de: ["Nachricht", "Neuigkeit", "aktuell"], da: ["nyhed", "aktuel"] },
  { en: ["translate", "translation"], de: ["übersetzen", "Übersetzung"], da: ["oversætte", "oversættelse"] },
  {
    en: ["print", "printed", "printer", "print shop"],
    de: ["Druck", "drucken", "Druckerei"],
    da: ["tryk", "trykkeri"],
  },
  {
    en: ["rota", "shift plan", "shifts", "duty roster"],
    de: ["Schichtplan", "Dienstplan", "Einsatzplan"],
    da: ["vagtplan", "vagtskema"],
  },
  // Channels
  {
    en: ["social media", "social channel", "social network"],
    de: ["soziale Medien", "Social-Media-Kanal"],
    da: ["sociale medier"],
  },
  { en: ["channel"], de: ["Kanal", "Kanäle"], da: ["kanal"] },
  {
    en: ["website", "web page", "webpage", "web site", "homepage", "landing page"],
    de: ["Webseite", "Internetseite", "Homepage", "Landeseite"],
    da: ["hjemmeside", "webside", "landingsside"],
  },
  { en: ["online shop", "web shop"], de: ["Onlineshop", "Webshop"], da: ["netbutik", "webshop"] },
  {
    en: ["advert", "advertisement", "ad", "advertising"],
    de: ["Anzeige", "Werbung"],
    da: ["annonce", "reklame"],
  },
  {
    en: ["comment", "message", "reply"],
    de: ["Kommentar", "Nachricht", "Antwort"],
    da: ["kommentar", "besked", "svar"],
  },
  // Events
  {
    en: ["trade fair", "trade show", "fair", "exhibition", "expo", "convention"],
    de: ["Messe", "Messen", "Messestand", "Messeauftritt", "Messebeteiligung", "Fachmesse", "Ausstellung"],
    da: ["messe", "fagmesse", "udstilling", "messestand"],
  },
  { en: ["stand", "booth"], de: ["Stand", "Messestand"], da: ["stand", "messestand"] },
  {
    en: ["webinar", "online event", "online seminar", "web seminar", "web conference"],
    de: ["Webinar", "Onlineseminar", "Online-Veranstaltung"],
    da: ["webinar", "onlineseminar"],
  },
  { en: ["event"], de: ["Veranstaltung", "Anlass"], da: ["arrangement", "begivenhed"] },
  { en: ["meeting", "meet"], de: ["Sitzung", "Besprechung", "Treffen"], da: ["møde"] },
  { en: ["invite", "invitation"], de: ["einladen", "Einladung"], da: ["invitere", "invitation"] },
  { en: ["speaker", "presenter"], de: ["Referent", "Referentin", "Redner"], da: ["oplægsholder", "taler"] },
  {
    en: ["workshop", "training", "course"],
    de: ["Schulung", "Kurs", "Workshop"],
    da: ["kursus", "workshop"],
  },
  // Campaigns, products and the brand
  { en: ["campaign"], de: ["Kampagne", "Aktion"], da: ["kampagne"] },
  {
    en: ["launch", "go live", "go online", "release", "rollout", "go to market"],
    de: ["Einführung", "Markteinführung", "Produkteinführung", "lancieren", "Lancierung", "aufschalten"],
    da: ["lancering", "lancere", "produktlancering", "gå live"],
  },
  { en: ["product"], de: ["Produkt"], da: ["produkt"] },
  {
    en: ["develop", "development"],
    de: ["entwickeln", "Entwicklung", "Produktentwicklung"],
    da: ["udvikle", "udvikling", "produktudvikling"],
  },
  {
    en: ["brand", "branding", "rebranding", "corporate identity"],
    de: ["Marke", "Markenauftritt"],
    da: ["brand", "varemærke"],
  },
  { en: ["logo"], de: ["Logo", "Signet"], da: ["logo"] },
  {
    en: ["brainstorm", "brainstorming", "ideas"],
    de: ["Ideenfindung", "Ideensammlung"],
    da: ["idéudvikling"],
  },
  {
    en: ["crisis", "emergency", "urgent"],
    de: ["Krise", "Notfall", "dringend"],
    da: ["krise", "nødsituation"],
  },
  // Leads, customers and figures
  { en: ["lead", "prospect"], de: ["Interessent", "Interessentin"], da: ["kundeemne", "lead"] },
  {
    en: ["demand generation", "lead generation"],
    de: ["Nachfrage", "Leadgenerierung"],
    da: ["leadgenerering", "efterspørgsel"],
  },
  {
    en: ["nurture", "nurturing", "follow up"],
    de: ["Nachfassen", "pflegen", "Leadpflege"],
    da: ["opfølgning", "pleje"],
  },
  { en: ["customer", "client"], de: ["Kunde", "Kundin", "Kunden"], da: ["kunde", "kunder"] },
  {
    en: ["new customer", "new client"],
    de: ["Neukunde", "Neukundin", "neuer Kunde", "neue Kundin"],
    da: ["ny kunde", "nye kunder"],
  },
  {
    en: ["customer service", "support", "help desk"],
    de: ["Kundendienst", "Kundenservice"],
    da: ["kundeservice"],
  },
  {
    en: ["contact", "address", "contact data"],
    de: ["Kontakt", "Adresse", "Kontaktdaten"],
    da: ["kontakt", "adresse", "kontaktdata"],
  },
  {
    en: ["clean", "cleansing", "clean up", "tidy"],
    de: ["bereinigen", "aufräumen", "Datenbereinigung"],
    da: ["rydde op", "oprydning"],
  },
  { en: ["target group", "audience", "persona"], de: ["Zielgruppe"], da: ["målgruppe"] },
  { en: ["target", "goal", "objective"], de: ["Ziel", "Ziele"], da: ["mål"] },
  { en: ["contract", "agreement"], de: ["Vertrag"], da: ["kontrakt", "aftale"] },
  { en: ["invoice", "bill"], de: ["Rechnung"], da: ["faktura", "regning"] },
  {
    en: ["budget", "cost", "money"],
    de: ["Budget", "Kosten", "Geld"],
    da: ["budget", "omkostning", "penge"],
  },
  { en: ["sales", "selling"], de: ["Vertrieb", "Verkauf"], da: ["salg"] },
  { en: ["report", "reporting"], de: ["Bericht", "Berichte", "Auswertung"], da: ["rapport", "rapportering"] },
  {
    en: ["figures", "numbers", "kpi", "statistics", "metrics", "analytics"],
    de: ["Zahlen", "Kennzahl", "Kennzahlen", "Statistik"],
    da: ["tal", "nøgletal", "statistik"],
  },
  { en: ["crm", "customer database"], de: ["Kundendatenbank"], da: ["kundedatabase"] },
  {
    en: ["data protection", "privacy", "gdpr"],
    de: ["Datenschutz", "DSGVO"],
    da: ["databeskyttelse", "persondata"],
  },
  // How work goes
  {
    en: ["approve", "approval", "sign off", "sign-off", "authorise"],
    de: ["freigeben", "Freigabe", "genehmigen", "Genehmigung", "Abnahme"],
    da: ["godkende", "godkendelse", "godkend"],
  },
  {
    en: ["decide", "decision", "choose"],
    de: ["entscheiden", "Entscheidung", "Entscheid", "auswählen"],
    da: ["beslutte", "beslutning", "vælge"],
  },
  {
    en: ["check", "review", "proofread", "inspect"],
    de: ["prüfen", "Prüfung", "Korrektur", "kontrollieren"],
    da: ["kontrollere", "tjekke", "korrektur", "gennemgå"],
  },
  { en: ["plan", "planning"], de: ["planen", "Planung"], da: ["planlægge", "planlægning"] },
  {
    en: ["year", "annual", "yearly"],
    de: ["Jahr", "jährlich", "Jahresplanung"],
    da: ["år", "årlig", "årsplan"],
  },
  { en: ["quarter", "quarterly"], de: ["Quartal"], da: ["kvartal"] },
  { en: ["week", "weekly"], de: ["Woche", "wöchentlich"], da: ["uge", "ugentlig"] },
  { en: ["month", "monthly"], de: ["Monat", "monatlich"], da: ["måned", "månedlig"] },
  {
    en: ["improve", "improvement", "retrospective", "lessons learned"],
    de: ["verbessern", "Verbesserung", "Rückblick"],
    da: ["forbedre", "forbedring", "evaluering"],
  },
  {
    en: ["process", "workflow", "procedure", "way of working"],
    de: ["Prozess", "Ablauf", "Vorgehen"],
    da: ["proces", "arbejdsgang"],
  },
  { en: ["handbook", "manual"], de: ["Handbuch"], da: ["håndbog"] },
  {
    en: ["hand over", "handover", "handoff", "pass on"],
    de: ["übergeben", "Übergabe"],
    da: ["overdrage", "overdragelse"],
  },
  {
    en: ["deputy", "stand in", "replaces", "substitute", "cover for"],
    de: ["Stellvertretung", "Vertretung", "vertritt", "vertreten"],
    da: ["stedfortræder", "afløser", "vikar"],
  },
  {
    en: ["absent", "away", "absence", "holiday", "vacation", "leave"],
    de: ["abwesend", "Abwesenheit", "Ferien", "Urlaub"],
    da: ["fraværende", "fravær", "ferie"],
  },
  {
    en: ["due", "deadline", "due date", "to do"],
    de: ["fällig", "Termin", "Frist"],
    da: ["frist", "deadline"],
  },
  { en: ["calendar", "schedule"], de: ["Kalender", "Terminplan"], da: ["kalender"] },
  { en: ["late", "overdue", "delayed"], de: ["verspätet", "überfällig"], da: ["forsinket"] },
  // People
  {
    en: [
      "new colleague",
      "new employee",
      "new hire",
      "new starter",
      "new joiner",
      "employee",
      "induction",
      "first day",
    ],
    de: [
      "neue Mitarbeiterin",
      "neuer Mitarbeiter",
      "Mitarbeiter",
      "Mitarbeiterin",
      "neue Kollegin",
      "neuer Kollege",
      "Einarbeitung",
      "Einführungstag",
      "erster Tag",
    ],
    da: ["ny medarbejder", "medarbejder", "ny kollega", "nyansat", "introforløb", "første dag", "oplæring"],
  },
  {
    en: ["onboard", "onboarding"],
    de: ["einarbeiten", "Onboarding"],
    da: ["oplære", "onboarding"],
  },
  {
    en: ["human resources", "hr", "personnel", "people operations"],
    de: ["Personal", "Personalabteilung"],
    da: ["personaleafdeling", "HR-afdeling"],
  },
  {
    en: ["information technology", "it department", "computer"],
    de: ["Informatik", "EDV", "IT-Abteilung"],
    da: ["it-afdeling"],
  },
  {
    en: ["legal", "lawyer", "legal counsel", "law"],
    de: ["Recht", "Rechtsabteilung", "Jurist", "Juristin", "Anwalt"],
    da: ["jurist", "juridisk", "advokat"],
  },
  {
    en: ["finance", "accounting", "accountant", "bookkeeping"],
    de: ["Buchhaltung", "Finanzen"],
    da: ["bogholderi", "økonomi", "regnskab"],
  },
  {
    en: ["management", "managing director", "ceo", "boss"],
    de: ["Geschäftsleitung", "Geschäftsführung", "Chef", "Chefin"],
    da: ["direktion", "direktør", "ledelse", "chef"],
  },
  {
    en: ["author", "writer", "copywriter"],
    de: ["Autor", "Autorin", "Texter", "Texterin"],
    da: ["forfatter", "tekstforfatter", "skribent"],
  },
  {
    en: ["designer", "graphic designer"],
    de: ["Gestalter", "Gestalterin", "Grafiker", "Grafikerin"],
    da: ["grafiker"],
  },
  {
    en: ["developer", "programmer", "engineer"],
    de: ["Entwickler", "Entwicklerin", "Programmierer"],
    da: ["udvikler", "programmør"],
  },
  { en: ["team", "department"], de: ["Abteilung"], da: ["afdeling"] },
];
