/** What is measured of the reader, in the order it is told. */
export const figures = [
  "datesFound",
  "datesRight",
  "published",
  "publishedInvented",
  "eventsFound",
  "eventsDated",
  "organizations",
  "countries",
  "operations",
  "types",
  "undatedDated",
  "crawlDated",
] as const;
export type Figure = (typeof figures)[number];
