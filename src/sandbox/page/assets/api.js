// Talks to the page's own server: JSON over HTTP, and refusals as errors with a sentence to show.

/** What the server, or the app it plays, won't do; `option` says which option is at fault. */
export class Refused extends Error {
  constructor(says, refusal) {
    super(says);
    this.option = refusal?.option ?? null;
  }
}

async function read(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.says ?? `The rehearsal answered ${response.status}.`, body.refusal);
  return body;
}

async function reach(path, request) {
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Refused("The rehearsal can't be reached. Is it still running?");
  }
  return read(response);
}

function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return reach(path, { method: "POST", headers, body: JSON.stringify(body) });
}

export function fetchState(member) {
  return reach(member ? `/api/state?as=${encodeURIComponent(member)}` : "/api/state");
}

export function openEvents(member) {
  return new EventSource(`/api/events?as=${encodeURIComponent(member)}`);
}

/** Does something as a member in a channel, and gives what came of it. */
export function act({ member, channel }, deed) {
  return post("/api/deeds", { as: member, channel, do: deed });
}

export function suggest({ member, channel }, typing) {
  return post("/api/suggestions", { as: member, channel, do: typing });
}

/** Hands a file over, and gives the attachment it became. */
export async function handOver({ member, channel }, file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return post("/api/files", { as: member, channel, do: { name: file.name, base64: btoa(binary) } });
}

export function turnClock(turn) {
  return post("/api/clock", turn);
}

export function makeTrouble(member, kind) {
  return post("/api/troubles", { as: member, kind });
}
