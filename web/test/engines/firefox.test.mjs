import { inEngine } from "./suite.mjs";

inEngine("Firefox");
