import { addDays } from '../../engine/text/period';
import { KIND_NAMES, type LocatedReview, type ReviewWorkspace } from './reviews';

/** Who made the calendar, and the day that stands for now: the program has no clock of its own. */
export interface CalendarOptions {
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const LINE_BREAK = '\r\n';
/** Octets in a line, by RFC 5545; those of its line break do not count. */
const LONGEST_LINE = 75;

/**
 * The review calendar as iCalendar (RFC 5545): an all-day event for each date that is known. The same review has the same
 * UID in every run, so that a calendar moves the event instead of doubling it.
 */
export function calendarText(workspaces: readonly ReviewWorkspace[], options: CalendarOptions): string {
  const many = workspaces.length > 1;
  const events = workspaces.flatMap(({ root, reviews }) => {
    const seen = new Map<string, number>();
    return reviews.flatMap((each) => {
      const key = `${each.review.kind}-${each.review.id}`;
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return eventLines(each, uidOf(many ? `${root}-${key}` : key, count), options);
    });
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//ISMS Policy//isms ${escapeText(options.version)}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:ISMS reviews',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => fold(line) + LINE_BREAK).join('');
}

function eventLines({ review, file, range }: LocatedReview, uid: string, options: CalendarOptions): string[] {
  const { due, kind, id, title, owner, path } = review;
  if (due === undefined) return [];
  const name = id === title || id === path ? title : `${id} ${title}`;
  const kindName = KIND_NAMES[kind];
  const details = [`${file}:${range.start.line + 1}`, ...(owner === undefined ? [] : [`Owner: ${owner}`])];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(options.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    `SUMMARY:${escapeText(`${kindName.charAt(0).toUpperCase()}${kindName.slice(1)}: ${name}`)}`,
    `DESCRIPTION:${escapeText(details.join('\n'))}`,
    'CATEGORIES:ISMS',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Letters and digits of the key, the rest as its code, so that two keys never become one. */
function uidOf(key: string, count: number): string {
  const plain = key.replace(/[^A-Za-z0-9-]/g, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
  return `${plain}${count === 0 ? '' : `-${count + 1}`}@isms-policy`;
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** Folds a line so that no part has more octets than allowed; a character is never cut in two. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    // A folded line begins with a blank, which counts.
    if (octets + size > LONGEST_LINE) {
      folded += `${LINE_BREAK} `;
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}

function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
