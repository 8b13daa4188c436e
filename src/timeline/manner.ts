/** The measures in which marks are laid out, CSS px; one per density or form. */
export type Manner = {
  /** Size of a head, 1 = 11 px. */
  head: number;
  /** Height of a row of stacked single heads above the lane. */
  rowHeight: number;
  /** Height of a track of long tails below the lane. */
  trackHeight: number;
  /** Least distance of two stems. */
  stemGap: number;
  /** Least distance of two heads in one row. */
  headGap: number;
  /** How far the head of «not later than» stands before its bound. */
  untilOffset: number;
  /** Room kept above the topmost head and below the lowest track of a lane. */
  padUp: number;
  padDown: number;
  /** Tails past this many tracks are counted, not drawn. */
  maxTracks: number;
};

export const labelled: Manner = {
  head: 1,
  rowHeight: 12.5,
  trackHeight: 17,
  stemGap: 13,
  headGap: 12.5,
  untilOffset: 22,
  padUp: 16,
  padDown: 20,
  maxTracks: Infinity,
};
export const small: Manner = {
  head: 0.62,
  rowHeight: 8,
  trackHeight: 9,
  stemGap: 7.5,
  headGap: 8,
  untilOffset: 13,
  padUp: 16,
  padDown: 20,
  maxTracks: 5,
};
/** Rows without labels or stacking, for strips and the phone: `laneHeight` px a lane, `head` as above. */
export const flat = (laneHeight: number, head: number): Manner => ({
  head,
  rowHeight: 0,
  trackHeight: laneHeight > 40 ? 13 : Math.min(5, laneHeight / 4),
  stemGap: head < 0.4 ? 3.5 : 7.5 * Math.max(0.5, head * 1.5),
  headGap: 12.5,
  untilOffset: 10 * head,
  padUp: 0,
  padDown: 0,
  maxTracks: 3,
});
