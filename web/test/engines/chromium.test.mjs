import { inEngine } from "./suite.mjs";

inEngine("Chromium");
