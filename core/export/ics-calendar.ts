import { addCalendarDays, type CivilDate } from "../calendar/index.ts";
import { icsLine, icsText } from "./ics-line.ts";

/** An all-day event; texts are plain. */
export interface IcsEvent {
  /** The same for the same thing whenever the file is made, and nowhere else used. */
  readonly uid: string;
  readonly date: CivilDate;
  readonly summary: string;
  readonly description: string;
  readonly category?: string | undefined;
  /** Left out when there is none. */
  readonly url?: string | undefined;
  /** An alarm for each distance in minutes from the first minute of the day, with this text. */
  readonly alarms: { readonly minutes: readonly number[]; readonly text: string };
}

/** What a calendar is called, and the day it is made. */
export interface IcsFacts {
  readonly title: string;
  readonly today: CivilDate;
  /** Whether programs subscribe to it: they are told to look again after some hours. */
  readonly isFollowed: boolean;
}

/** Events as an iCalendar file (RFC 5545; how often to look again: RFC 7986, 5.7). */
export function icsCalendar(events: readonly IcsEvent[], { title, today, isFollowed }: IcsFacts): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Handrail//Plan//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${icsText(title)}`,
    ...(isFollowed ? ["REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H"] : []),
    ...events.flatMap((event) => eventLines(event, today)),
    "END:VCALENDAR",
  ];
  return `${lines.map(icsLine).join("\r\n")}\r\n`;
}

function eventLines({ alarms, ...event }: IcsEvent, today: CivilDate): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}@handrail`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(event.date)}`,
    `DTEND;VALUE=DATE:${compact(addCalendarDays(event.date, 1))}`,
    `SUMMARY:${icsText(event.summary)}`,
    `DESCRIPTION:${icsText(event.description)}`,
    ...(event.category === undefined ? [] : [`CATEGORIES:${icsText(event.category)}`]),
    "TRANSP:TRANSPARENT",
    ...(event.url === undefined ? [] : [`URL:${event.url}`]),
    ...alarms.minutes.flatMap((minutes) => alarmLines(minutes, alarms.text)),
    "END:VEVENT",
  ];
}

function alarmLines(minutes: number, text: string): string[] {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${icsText(text)}`,
    `TRIGGER:${minutes < 0 ? "-" : ""}PT${Math.abs(minutes)}M`,
    "END:VALARM",
  ];
}

function compact(date: CivilDate): string {
  return date.replaceAll("-", "");
}
