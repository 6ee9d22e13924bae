// Uses hyperaudio-lite. The library highlights the page's words while an audio file
// plays, because each word has a time. Its core has no search.
import { HyperaudioLite } from "hyperaudio-lite";

new HyperaudioLite({ transcript: "conversation", player: "player", autoScroll: false });
performance.mark("ready");
