// Uses hyperaudio-lite. Each word of the page has a time. While an audio file plays, the
// library highlights each word at its time. The core of the library has no search.
import { HyperaudioLite } from "hyperaudio-lite";

new HyperaudioLite({ transcript: "conversation", player: "player", autoScroll: false });
performance.mark("ready");
