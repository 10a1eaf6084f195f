// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import OpenAI from "openai";
import { setups, startWorld, until } from "./world.js";

const hi = [{ role: "user", content: "Grüße 👋 to you" }];
const tools = [
  {
    type: "function",
    function: {
      name: "get_weather",
      description: "Weather of a city",
      parameters: {
        type: "object",
        properties: { city: { type: "string" }, days: { type: "integer" } },
        required: ["city", "days"],
      },
    },
  },
];

for (const setup of setups) {
  describe(`the openai package and ${setup.name}`, () => {
    let world;
    let client;
    before(async () => {
      world = await startWorld(setup);
      client = new OpenAI({ baseURL: `${world.url}/v1`, apiKey: world.key, maxRetries: 0 });
    });
    after(() => world.stop());

    const ask = (name, more = {}) =>
      client.chat.completions.create({ model: world.model(name), messages: hi, ...more });

    test("plain", async () => {
      const answer = await ask("echo");
      assert.equal(answer.object, "chat.completion");
      assert.equal(answer.choices[0].message.content, hi[0].content);
      assert.equal(answer.choices[0].message.role, "assistant");
      assert.equal(answer.choices[0].finish_reason, "stop");
      assert.ok(answer.usage.prompt_tokens >= 21);
      assert.equal(answer.usage.completion_tokens, 13);
      assert.equal(answer.usage.prompt_tokens_details.cached_tokens, 5);
    });

    test("stream", async () => {
      const stream = await ask("echo", { stream: true, stream_options: { include_usage: true } });
      let text = "";
      let usage;
      const finishes = [];
      for await (const chunk of stream) {
        assert.equal(chunk.object, "chat.completion.chunk");
        text += chunk.choices[0]?.delta?.content ?? "";
        if (chunk.choices[0]?.finish_reason) finishes.push(chunk.choices[0].finish_reason);
        usage = chunk.usage ?? usage;
      }
      assert.equal(text, hi[0].content);
      assert.deepEqual(finishes, ["stop"]);
      assert.equal(usage.completion_tokens, 13);
    });

    test("a stream without usage holds no usage", async () => {
      for await (const chunk of await ask("echo", { stream: true })) {
        assert.ok(!chunk.usage);
        assert.equal(chunk.choices.length, 1);
      }
    });

    test("a tool is called and its result told", async () => {
      const first = await ask("tool-call", { tools });
      assert.equal(first.choices[0].finish_reason, "tool_calls");
      const [call] = first.choices[0].message.tool_calls;
      assert.equal(call.function.name, "get_weather");
      assert.deepEqual(JSON.parse(call.function.arguments), { city: "Paris in France", days: 7 });
      const second = await ask("tool-call", {
        tools,
        messages: [
          ...hi,
          first.choices[0].message,
          { role: "tool", tool_call_id: call.id, content: "rain" },
        ],
      });
      assert.equal(second.choices[0].message.content, "Tool said: rain");
    });

    test("two tools are called in one stream", async () => {
      const runner = client.chat.completions.stream({
        model: world.model("parallel-tools"),
        messages: hi,
        tools,
      });
      const { message } = (await runner.finalChatCompletion()).choices[0];
      assert.equal(message.content, "I will ask twice.");
      assert.equal(message.tool_calls.length, 2);
      assert.equal(new Set(message.tool_calls.map((call) => call.id)).size, 2);
      assert.deepEqual(
        message.tool_calls.map((call) => JSON.parse(call.function.arguments).city),
        ["Paris in France", "Rome"],
      );
    });

    test("models", async () => {
      const ids = [];
      for await (const model of client.models.list()) ids.push(model.id);
      assert.ok(ids.includes(world.model("fake-small")), ids.join(" "));
      assert.equal((await client.models.retrieve(ids[0])).id, ids[0]);
    });

    test("an aborted stream is aborted upstream", async () => {
      const before = (await world.fake.seen()).aborted;
      const stream = await ask("slow-300", { stream: true });
      for await (const chunk of stream) {
        assert.ok(chunk.id);
        stream.controller.abort();
      }
      await until(async () => (await world.fake.seen()).aborted === before + 1);
    });

    test("a stream that breaks ends with an error", async () => {
      await assert.rejects(async () => {
        for await (const chunk of await ask("fault-error-mid", { stream: true })) void chunk;
      }, OpenAI.APIError);
    });

    // Last, because an account that failed is given a rest.
    test("errors are the package's own", async () => {
      const stranger = new OpenAI({ baseURL: `${world.url}/v1`, apiKey: "no", maxRetries: 0 });
      await assert.rejects(stranger.models.list(), OpenAI.AuthenticationError);
      await assert.rejects(ask("x", { messages: [] }), OpenAI.BadRequestError);
      await assert.rejects(ask("fault-400"), OpenAI.BadRequestError);
      await assert.rejects(ask("fault-429"), (error) => {
        assert.ok(error instanceof OpenAI.RateLimitError);
        assert.ok(Number(error.headers.get("retry-after")) > 0);
        return true;
      });
      await assert.rejects(ask("fault-500"), OpenAI.InternalServerError);
    });
  });
}
