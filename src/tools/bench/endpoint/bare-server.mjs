// The reference of the endpoint's benchmark: node:http and nothing else. Reads a request and answers as many bytes as its
// path says (`/1024`). Prints its address.
import { createServer } from "node:http";

const answers = new Map();

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    let body = answers.get(request.url);
    if (!body) {
      body = Buffer.alloc(Number(request.url.slice(1)), "x");
      answers.set(request.url, body);
    }
    response.writeHead(200, {
      "content-type": "application/x-amz-json-1.1",
      "x-amzn-requestid": "00000000-0000-4000-8000-000000000000",
      "content-length": body.length,
    });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
