// Writes moments as the chat does, in the viewer's own zone; the time now is always an argument.

const STYLES = {
  t: { hour: "2-digit", minute: "2-digit" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  d: { day: "2-digit", month: "2-digit", year: "numeric" },
  D: { day: "numeric", month: "long", year: "numeric" },
  f: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  F: { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
};
const formats = Object.fromEntries(
  Object.entries(STYLES).map(([style, options]) => [style, new Intl.DateTimeFormat(undefined, options)]),
);
const shortDay = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const UNITS = [
  ["year", 365 * 86_400], ["month", 30 * 86_400], ["week", 7 * 86_400], ["day", 86_400],
  ["hour", 3_600], ["minute", 60], ["second", 1],
];

/** "in 2 hours", "yesterday". */
export function relativeTo(moment, now) {
  const seconds = Math.round((moment - now) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1);
  return relative.format(Math.round(seconds / size), unit);
}

/** A moment in one of Discord's timestamp styles; R is relative. */
export function inStyle(moment, style, now) {
  return style === "R" ? relativeTo(moment, now) : (formats[style] ?? formats.f).format(moment);
}

/** What stands beside a message's author: the time, with the day unless it is today. */
export function stamp(moment, now) {
  return dayKey(moment) === dayKey(now) ? formats.t.format(moment) : `${formats.d.format(moment)} ${formats.t.format(moment)}`;
}

/** "Tue, 24 Nov". */
export function shortDate(moment) {
  return shortDay.format(moment);
}

/** The viewer's date, to tell days apart by. */
export function dayKey(moment) {
  return `${moment.getFullYear()}-${moment.getMonth()}-${moment.getDate()}`;
}

/** What a date-and-time field holds for a moment. */
export function fieldValue(moment) {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
