// hyperaudio-lite: the page's words, each with its time, follow an audio file. Its
// core has no search.
import { HyperaudioLite } from "hyperaudio-lite";

new HyperaudioLite({ transcript: "conversation", player: "player", autoScroll: false });
performance.mark("ready");
