// What the page knows of the club, kept current by the server's events; it draws nothing.

import { fetchState, openEvents } from "./api.js";

const TYPING_LASTS = 10_000;
const MEMBER_KEY = "fresh-legs-member";

/** Ids are numbers too long for JavaScript; the longer, or else later in order, is the newer. */
export function compareIds(a, b) {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** The message already held if it is no other than this one, so that it isn't drawn again. */
function sameOr(channel, message) {
  const held = channel?.messages.get(message.id);
  return JSON.stringify(held) === JSON.stringify(message) ? held : message;
}

/** Emits "changed" with the topic that changed as `detail`: state, messages, clock, bot, typing, gone. */
class Store extends EventTarget {
  me = null;
  member = localStorage.getItem(MEMBER_KEY);
  people = new Map();
  channels = new Map();
  current = null;
  isBotOnline = false;
  isReachable = true;
  tour = { intro: "", steps: [] };
  jumps = [];
  landmarks = [];
  troubles = [];
  notes = [];
  #ahead = 0;
  #events = null;
  #catchUps = 0;
  /** Events that came while the state was being fetched; null when none is. */
  #waiting = null;
  #typingUntil = new Map();

  /** The time by the sandbox's clock. */
  get now() {
    return new Date(Date.now() + this.#ahead);
  }

  get channel() {
    return this.channels.get(this.current);
  }

  /** Who does things where, as the server wants to know it. */
  get here() {
    return { member: this.member, channel: this.current };
  }

  get isBotTyping() {
    return (this.#typingUntil.get(this.current) ?? 0) > Date.now();
  }

  tell(topic) {
    this.dispatchEvent(new CustomEvent("changed", { detail: topic }));
  }

  /** Calls `listener` whenever one of the topics changed. */
  on(topics, listener) {
    this.addEventListener("changed", ({ detail }) => {
      if (topics.includes(detail)) listener();
    });
  }

  /** Becomes a member; the first one if nobody is named. */
  async become(member) {
    this.#events?.close();
    this.#catchUps += 1;
    this.#waiting = null;
    this.#take(await this.#fetch(member));
    this.#listen();
  }

  open(channel) {
    this.current = channel;
    const opened = this.channel;
    if (opened) opened.unread = 0;
    this.tell("state");
  }

  /** Shows something of the page's own among a channel's messages, for this viewer until dismissed. */
  notice(text, channel = this.current) {
    const shown = this.channels.get(channel);
    if (!shown) return;
    const last = [...shown.messages.keys()].sort(compareIds).at(-1) ?? "0";
    shown.notices.push({ id: `notice-${crypto.randomUUID()}`, after: last, text, at: this.now });
    this.tell("messages");
  }

  /** Takes a notice or a private message out of sight, as the app does: the bot isn't told. */
  dismiss(id) {
    const channel = this.channel;
    channel.notices = channel.notices.filter((notice) => notice.id !== id);
    channel.messages.delete(id);
    this.tell("messages");
  }

  async #fetch(member) {
    try {
      return await fetchState(member);
    } catch (refused) {
      // A member remembered from another rehearsal may not exist in this one.
      if (member) return fetchState(null);
      throw refused;
    }
  }

  #take(state) {
    const before = this.channels;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.me = this.people.get(state.me);
    const isSame = this.member === this.me.name;
    this.member = this.me.name;
    localStorage.setItem(MEMBER_KEY, this.member);
    const kept = (channel) => ({
      unread: (isSame && before.get(channel.id)?.unread) || 0,
      notices: (isSame && before.get(channel.id)?.notices) || [],
    });
    this.channels = new Map(state.channels.map((channel) => [channel.id, {
      ...channel,
      ...kept(channel),
      messages: new Map(channel.messages.map((message) => [message.id, sameOr(before.get(channel.id), message)])),
    }]));
    if (!this.channels.has(this.current)) this.current = state.channels[0]?.id ?? null;
    this.isBotOnline = state.is_bot_online;
    this.tour = state.tour;
    this.jumps = state.jumps;
    this.landmarks = state.landmarks;
    this.troubles = state.troubles;
    this.notes = state.notes;
    this.#ahead = new Date(state.now) - Date.now();
    this.tell("state");
  }

  #listen() {
    const events = openEvents(this.member);
    this.#events = events;
    events.onopen = () => this.#catchUp();
    events.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (this.#waiting) this.#waiting.push(event);
      else this.#apply(event);
    };
    events.onerror = () => {
      this.isReachable = false;
      this.tell("gone");
      // A browser gives up for good on some errors; the page keeps trying.
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(() => { if (this.#events === events) this.#listen(); }, 2_000);
      }
    };
  }

  /** Has everything as it stands now. */
  async refresh() {
    await this.#catchUp();
  }

  /** Fetches everything anew; what happens meanwhile is applied on top. */
  async #catchUp() {
    this.#catchUps += 1;
    const mine = this.#catchUps;
    this.#waiting ??= [];
    const state = await fetchState(this.member).catch(() => null);
    // A newer one, or another member's, finishes what this began.
    if (mine !== this.#catchUps) return;
    const waiting = this.#waiting;
    this.#waiting = null;
    this.isReachable = state !== null;
    if (state) this.#take(state);
    for (const event of waiting) this.#apply(event);
    this.tell("gone");
  }

  #apply(event) {
    switch (event.event) {
      case "message_created":
      case "message_edited":
        this.#put(event.message, event.event === "message_created");
        break;
      case "message_deleted":
        this.channels.get(event.channel)?.messages.delete(event.id);
        this.tell("messages");
        break;
      case "clock":
        this.#ahead = new Date(event.now) - Date.now();
        this.tell("clock");
        // One that is passed has another after it.
        if (this.landmarks.some(({ at }) => new Date(at) <= new Date(event.now))) this.#catchUp();
        break;
      case "trouble":
        // What was staged may be used up now.
        this.#catchUp();
        break;
      case "bot_online":
      case "bot_offline":
        this.isBotOnline = event.event === "bot_online";
        this.tell("bot");
        break;
      case "typing":
        this.#typingUntil.set(event.channel, Date.now() + TYPING_LASTS);
        this.tell("typing");
        break;
      case "commands_changed":
      case "missed":
        this.#catchUp();
        break;
    }
  }

  #put(message, isNew) {
    const channel = this.channels.get(message.channel);
    if (!channel) return;
    channel.messages.set(message.id, message);
    if (this.people.get(message.author)?.is_bot) this.#typingUntil.delete(message.channel);
    if (isNew && message.channel !== this.current && message.author !== this.me.id) channel.unread += 1;
    this.tell("messages");
    this.tell("typing");
  }
}

export const store = new Store();
