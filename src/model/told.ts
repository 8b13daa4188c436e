/** Something outside us stands in the way; the message says in words for people what, and what to do. A command prints it and ends. */
export class Told extends Error {}
