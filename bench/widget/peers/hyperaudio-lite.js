// Uses hyperaudio-lite: it highlights the page's words, each marked with a time, while
// an audio file plays. Its core has no search.
import { HyperaudioLite } from "hyperaudio-lite";

new HyperaudioLite({ transcript: "conversation", player: "player", autoScroll: false });
performance.mark("ready");
