import { request } from "node:http";
import { expect, it } from "vitest";
import { type LiveServer, startLiveServer } from "./live-server.js";

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

function get(
  server: LiveServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(new URL(path, server.address), { headers, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode, body }));
    })
      .on("error", reject)
      .end();
  });
}

it("listens on loopback alone and refuses requests that name another host", async () => {
  const server = await startLiveServer(async () => "the page");
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(server.seen()).toBe(false);
  expect(await get(server, "/page")).toEqual({ status: 200, body: "the page" });
  expect(server.seen()).toBe(true);
  expect(await get(server, "/page", { host: "evil.example" })).toMatchObject({ status: 403 });
  expect(await get(server, "/../etc/passwd")).toMatchObject({ status: 404 });
  await server.close("done");
  await expect(get(server, "/page")).rejects.toThrow("ECONNREFUSED");
});

it("tells open pages what is new, makes the page again, and says when it ends", async () => {
  let version = 1;
  const server = await startLiveServer(async () => `version ${version}`);
  expect((await get(server, "/page")).body).toBe("version 1");
  const events = get(server, "/events");
  version = 2;
  expect((await get(server, "/page")).body).toBe("version 1");
  server.changed();
  const heard = new Promise((resolve) => {
    const poll = (): void => {
      void get(server, "/page").then(({ body }) =>
        body === "version 2" ? resolve(body) : setImmediate(poll),
      );
    };
    poll();
  });
  expect(await heard).toBe("version 2");
  await server.close("it ended");
  expect((await events).body).toBe("\nevent: changed\ndata: \n\nevent: ended\ndata: it ended\n\n");
});

it("says why a page could not be made, and tries again the next time", async () => {
  let fails = true;
  const server = await startLiveServer(async () => {
    if (fails) throw new Error("the journal is missing");
    return "the page";
  });
  expect(await get(server, "/page")).toEqual({ status: 500, body: "the journal is missing" });
  fails = false;
  expect((await get(server, "/page")).body).toBe("the page");
  await server.close("done");
});
