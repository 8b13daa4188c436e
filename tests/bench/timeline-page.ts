// The page of the timeline's bench: the data stand in it, the script is here when the clock starts, as those of the peers are.
import "../../src/timeline/mount.ts";
import * as ru from "../../src/i18n/ru.ts";
import {know} from "../../src/i18n/languages.ts";

know({"ru.ts": ru});
const timeline = document.createElement("letopis-timeline");
timeline.append(document.getElementById("data") ?? "");
performance.mark("begin");
document.body.append(timeline);
