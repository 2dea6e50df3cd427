// Tells under the topics, while they are typed, how many papers a week each would bring.
// Without it the button below the form does the same.
(() => {
  const topics = document.getElementById('topics');
  const told = document.getElementById('preview');
  const MOST = 10;
  const known = new Map();
  let timer;
  let turn = 0;

  document.getElementById('try').hidden = true;

  async function ask(topic) {
    const address = '/api/topics/preview?query=' + encodeURIComponent(topic);
    const answer = await fetch(address, {headers: {Accept: 'application/json'}});
    const body = await answer.json();
    if (answer.ok) {
      return body.sentence;
    }
    if (answer.status === 400) {
      return body.errors[0].detail;
    }
    throw new Error(body.detail);
  }

  async function say(topic) {
    if (!known.has(topic)) {
      try {
        known.set(topic, await ask(topic));
      } catch (busy) {
        return '';
      }
    }
    return known.get(topic);
  }

  async function show() {
    const mine = ++turn;
    const lines = [...new Set(topics.value.split('\n').map(line => line.trim()).filter(Boolean))];
    const rows = [];
    for (const line of lines.slice(0, MOST)) {
      const sentence = await say(line);
      if (mine !== turn) {
        return;
      }
      if (sentence) {
        const dt = document.createElement('dt');
        const dd = document.createElement('dd');
        dt.textContent = line;
        dd.textContent = sentence;
        rows.push(dt, dd);
      }
    }
    told.replaceChildren(...rows);
    told.hidden = rows.length === 0;
  }

  topics.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, 500);
  });
  if (topics.value.trim()) {
    show();
  }
})();
