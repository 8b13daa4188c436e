import fc from "fast-check";

/**
 * Properties are tried on the same made-up values at every run, so that a failure is a change's and not the day's.
 * `FC_SEED=random npm test` tries others; the seed of a failure is printed, and `FC_SEED=<it>` brings it back.
 */
const seed = process.env.FC_SEED ?? "20261126";
if (seed !== "random") fc.configureGlobal({...fc.readConfigureGlobal(), seed: Number(seed)});
