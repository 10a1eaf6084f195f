// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import Anthropic from "@anthropic-ai/sdk";
import { setups, startWorld, until } from "./world.js";

const hi = [{ role: "user", content: "Grüße 👋 to you" }];
const tools = [
  {
    name: "get_weather",
    description: "Weather of a city",
    input_schema: {
      type: "object",
      properties: { city: { type: "string" }, days: { type: "integer" } },
      required: ["city", "days"],
    },
  },
];

for (const setup of setups) {
  describe(`the Anthropic package and ${setup.name}`, () => {
    let world;
    let client;
    before(async () => {
      world = await startWorld(setup);
      client = new Anthropic({ baseURL: world.url, apiKey: world.key, maxRetries: 0 });
    });
    after(() => world.stop());

    const wish = (name, more = {}) => ({
      model: world.model(name),
      max_tokens: 2048,
      messages: hi,
      ...more,
    });
    const ask = (name, more) => client.messages.create(wish(name, more));

    test("plain", async () => {
      const answer = await ask("echo");
      assert.equal(answer.type, "message");
      assert.deepEqual(
        answer.content.map((block) => [block.type, block.text]),
        [["text", hi[0].content]],
      );
      assert.equal(answer.stop_reason, "end_turn");
      assert.equal(answer.usage.output_tokens, 13);
      assert.equal(answer.usage.cache_read_input_tokens, 5);
    });

    test("stream", async () => {
      const stream = client.messages.stream(wish("echo"));
      const names = [];
      stream.on("streamEvent", (event) => names.push(event.type));
      const message = await stream.finalMessage();
      assert.equal(message.content[0].text, hi[0].content);
      assert.equal(message.stop_reason, "end_turn");
      assert.equal(message.usage.output_tokens, 13);
      assert.equal(names[0], "message_start");
      assert.equal(names.at(-1), "message_stop");
    });

    test("a tool is called and its result told", async () => {
      const first = await ask("tool-call", { tools });
      assert.equal(first.stop_reason, "tool_use");
      const call = first.content.find((block) => block.type === "tool_use");
      assert.equal(call.name, "get_weather");
      assert.deepEqual(call.input, { city: "Paris in France", days: 7 });
      const second = await ask("tool-call", {
        tools,
        messages: [
          ...hi,
          { role: "assistant", content: first.content },
          {
            role: "user",
            content: [{ type: "tool_result", tool_use_id: call.id, content: "rain" }],
          },
        ],
      });
      assert.equal(second.content[0].text, "Tool said: rain");
    });

    test("two tools are called in one stream", async () => {
      const message = await client.messages.stream(wish("parallel-tools", { tools })).finalMessage();
      const calls = message.content.filter((block) => block.type === "tool_use");
      assert.deepEqual(
        calls.map((call) => call.input.city),
        ["Paris in France", "Rome"],
      );
      assert.equal(new Set(calls.map((call) => call.id)).size, 2);
    });

    test("thinking comes before the text", async () => {
      const message = await client.messages
        .stream(wish("thinking", { thinking: { type: "enabled", budget_tokens: 1024 } }))
        .finalMessage();
      assert.deepEqual(
        message.content.map((block) => block.type),
        ["thinking", "text"],
      );
      assert.equal(message.content[0].thinking, "Let me think about that first.");
    });

    test("tokens are counted", async () => {
      const { input_tokens: count } = await client.messages.countTokens({
        model: world.model("x"),
        messages: hi,
      });
      assert.ok(count > 0);
    });

    test("models", async () => {
      const ids = [];
      for await (const model of client.models.list()) ids.push(model.id);
      assert.ok(ids.includes(world.model("fake-small")), ids.join(" "));
    });

    test("an aborted stream is aborted upstream", async () => {
      const before = (await world.fake.seen()).aborted;
      const stream = await ask("slow-300", { stream: true });
      for await (const event of stream) {
        assert.ok(event.type);
        stream.controller.abort();
      }
      await until(async () => (await world.fake.seen()).aborted === before + 1);
    });

    test("a stream that breaks ends with an error", async () => {
      await assert.rejects(
        client.messages.stream(wish("fault-error-mid")).finalMessage(),
        Anthropic.APIError,
      );
    });

    // Last, because an account that failed is given a rest.
    test("errors are the package's own", async () => {
      const stranger = new Anthropic({ baseURL: world.url, apiKey: "no", maxRetries: 0 });
      await assert.rejects(stranger.models.list(), Anthropic.AuthenticationError);
      await assert.rejects(ask("x", { messages: [] }), Anthropic.BadRequestError);
      await assert.rejects(ask("fault-400"), Anthropic.BadRequestError);
      await assert.rejects(ask("fault-429"), (error) => {
        assert.ok(error instanceof Anthropic.RateLimitError);
        assert.ok(Number(error.headers.get("retry-after")) > 0);
        return true;
      });
      await assert.rejects(ask("fault-500"), Anthropic.InternalServerError);
    });
  });
}
