// Sends COUNT mails of about BYTES over 16 pooled connections with nodemailer and says how long it took, as one line of JSON.
// node nodemailer.mjs FOLDER-WITH-node_modules PORT COUNT BYTES
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, port, count, bytes] = process.argv;
const nodemailer = createRequire(join(folder, 'package.json'))('nodemailer');
const total = Number(count);
const transport = nodemailer.createTransport({
  host: '127.0.0.1', port: Number(port), secure: false, ignoreTLS: true, pool: true, maxConnections: 16, maxMessages: Infinity,
});

const sentence = 'A plain sentence of some length, as long as lines of such mails are. ';
const inText = Math.round(Number(bytes) * 0.3);
const inHtml = Math.round(Number(bytes) * 0.65);
const filler = (length) => (sentence + '\n').repeat(Math.ceil(length / (sentence.length + 1))).slice(0, length);
const text = filler(inText);
const html = filler(inHtml);

let next = 0;
let sent = 0;
let failed = 0;
const began = performance.now();

async function one(number) {
  try {
    await transport.sendMail({
      from: 'Digest <digest@sender.example>',
      to: `reader.${number}@mail${number % 20}.example`,
      subject: `Papers for reader ${number}`,
      text: `For reader ${number}\n\n${text}`,
      html: `<!doctype html><html lang="en"><head><title>Papers</title></head><body><h1>For reader ${number}</h1><p>${html}</p></body></html>`,
      headers: { 'List-Unsubscribe': `<https://sender.example/unsubscribe/${number}>` },
    });
    sent += 1;
  } catch {
    failed += 1;
  }
}

// Always some more than the connections can carry, never all of them in memory.
async function lane() {
  while (next < total) {
    await one(next++);
  }
}

await Promise.all(Array.from({ length: 64 }, lane));
const seconds = (performance.now() - began) / 1000;
transport.close();
const usage = process.cpuUsage();
console.log(JSON.stringify({ sent, failed, seconds, cpu: (usage.user + usage.system) / 1e6, version: nodemailer.version ?? null }));
