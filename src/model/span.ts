/** Half-open UTF-16 offsets into a seed's text. */
export type Span = {readonly start: number; readonly end: number};

export const span = (start: number, end: number): Span => ({start, end});

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds every character of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The words a span stands for. */
export const slice = (text: string, at: Span): string => text.slice(at.start, at.end);
