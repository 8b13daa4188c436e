import {z} from "zod";

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

/** F1, or how many of how many, or a plain count. */
const measure = z.union([
  z.strictObject({f1: z.number().min(0).max(1)}),
  z.strictObject({right: z.int().min(0), of: z.int().min(0)}),
  z.strictObject({count: z.int().min(0)}),
]);

/** content/accuracy.json: how the reader does on sets of documents that people annotated. A site may have none. */
export const accuracySchema = z.strictObject({
  sets: z.array(
    z.strictObject({
      name: z.record(z.string(), z.string()),
      note: z.record(z.string(), z.string()),
      documents: z.int().min(0),
      figures: z.partialRecord(z.enum(figures), measure),
    }),
  ),
});
export type Accuracy = z.infer<typeof accuracySchema>;
