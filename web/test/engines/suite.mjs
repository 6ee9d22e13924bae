// The tests that every engine has to pass.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { testFrames } from "./frames.mjs";
import { testHeight } from "./height.mjs";
import { testIsolation } from "./isolation.mjs";
import { testPrivacy } from "./privacy.mjs";
import { testReading } from "./reading.mjs";
import { testSeveral } from "./several.mjs";
import { testShift } from "./shift.mjs";
import { Stage } from "./stage.mjs";
import { published, table } from "./table.mjs";
import { tourPlaces } from "./tour.mjs";

/** @param {string} engine by its name in browsers.mjs */
export function inEngine(engine) {
	describe(`Embedding in ${engine}`, { timeout: 600_000 }, () => {
		const stage = new Stage(engine);
		before(() => stage.open());
		after(() => stage.close());
		testReading(stage);
		testFrames(stage);
		testHeight(stage);
		testIsolation(stage);
		testShift(stage);
		testPrivacy(stage);
		testSeveral(stage);
		tourPlaces(stage);
		test("the README's table is what these tests expect", () => assert.equal(published(), table()));
	});
}
