import { inEngine } from "./suite.mjs";

inEngine("WebKitGTK");
