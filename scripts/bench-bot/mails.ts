import { countMails } from "../../test/bot/bench/count-mails.ts";
import { table } from "./table.ts";

/** Who hears how often from the bot in a whole run. */
export async function mails(): Promise<string> {
  const people = await countMails();
  return table(
    "Mails from the bot in a whole run of the blog process, everyone on time",
    ["person", "mails", "assigned at the start", "their turn, reminders, the end"],
    people.map(({ login, assigned, others }) => [login, assigned + others, assigned, others]),
  );
}
