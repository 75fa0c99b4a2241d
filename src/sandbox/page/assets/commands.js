// The commands of a channel as the composer offers them: sub-commands spelled out, found as one types.

/** What an option takes, by Discord's numbers. */
export const KIND = {
  SUB_COMMAND: 1, GROUP: 2, STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, ATTACHMENT: 11,
};

const isSub = ({ type }) => type === KIND.SUB_COMMAND || type === KIND.GROUP;

/** Every command one can send: `path` is "remind on", `options` are the last part's own. */
export function sendable(commands) {
  const spell = (path, { description, options }) => {
    if (!options.some(isSub)) return [{ path, description, options }];
    return options.flatMap((sub) => spell(`${path} ${sub.name}`, sub));
  };
  return commands.flatMap((command) => spell(command.name, command));
}

/** The commands that fit what stands after the slash; those that start with it come first. */
export function fitting(commands, typed) {
  const wanted = typed.toLowerCase();
  const fits = commands.filter(({ path }) => path.includes(wanted));
  return fits.sort((a, b) => Number(b.path.startsWith(wanted)) - Number(a.path.startsWith(wanted)));
}

/** Splits "/recover boots 30" into the command and what follows; none while the name is unfinished. */
export function readLine(commands, line) {
  if (!line.startsWith("/")) return null;
  const typed = line.slice(1);
  const command = commands.find(({ path }) => typed.startsWith(`${path} `));
  return command ? { command, rest: typed.slice(command.path.length + 1) } : null;
}
