import {join} from "node:path";

const inTimeline = (file: string) => join(process.cwd(), "src/timeline", file);

/** Small modules in place of packages of which d3-zoom needs little: what the browser is sent of each. */
export const standIns = {
  "d3-selection": inTimeline("one-node.ts"),
  "d3-transition": inTimeline("no-transition.ts"),
  "d3-interpolate": inTimeline("no-transition.ts"),
};

/** Everything the first view of the timeline needs, in one file; what it does not need comes later, in files of its own. */
export const oneFile = {groups: [{name: "timeline", test: /TimelineScript\.astro\?|src[\\/]timeline[\\/]mount\.ts$/}]};
