// Tells under each field, while topics are typed, how many papers a week each would bring, and lets
// choose how much of each is wanted. Without it the button below the form does the same.
(() => {
  const lines = text => text.split('\n');
  const paragraphs = text => text.split(/\n\s*\n/).map(one => one.replace(/\s+/g, ' '));
  const FIELDS = [
    {name: 'topics', kind: 'query', told: 'preview', split: lines, label: text => text},
    {name: 'about', kind: 'about', told: 'about-preview', split: paragraphs,
      label: text => 'about “' + shortened(text) + '”'},
    {name: 'like', kind: 'like', told: 'like-preview', split: lines,
      label: text => 'like ' + shortened(text)},
  ];
  const MOST = 10;
  const LONGEST_LABEL = 80;
  const MARKED = 200;
  const strengths = document.getElementById('strengths');
  const amounts = document.getElementById('amounts');
  const anyAmount = document.getElementById('amount').content;
  const known = new Map();
  let timer;
  let turn = 0;

  document.getElementById('try').hidden = true;

  function shortened(text) {
    if (text.length <= LONGEST_LABEL) {
      return text;
    }
    const start = text.slice(0, LONGEST_LABEL);
    const space = start.lastIndexOf(' ');
    return (space > LONGEST_LABEL / 2 ? start.slice(0, space) : start) + '…';
  }

  function typed(field) {
    const all = field.split(document.getElementById(field.name).value);
    return [...new Set(all.map(one => one.trim()).filter(Boolean))];
  }

  async function ask(address) {
    const answer = await fetch(address, {headers: {Accept: 'application/json'}});
    const body = await answer.json();
    if (answer.ok) {
      return body.remark ? body.sentence + ' ' + body.remark : body.sentence;
    }
    if (answer.status === 400) {
      return body.errors[0].detail;
    }
    throw new Error(body.detail);
  }

  async function say(kind, topic, strength) {
    const asked = new URLSearchParams({[kind]: topic, strength});
    const address = '/api/topics/preview?' + asked;
    if (!known.has(address)) {
      try {
        known.set(address, await ask(address));
      } catch (busy) {
        return '';
      }
    }
    return known.get(address);
  }

  // Its beginning tells a topic from the others of one reader.
  const mark = (field, topic) => field + ' ' + [...topic].slice(0, MARKED).join('');
  const markOf = row => row.querySelector('[name=strengthOf]').value;

  function amountOf(wanted) {
    return [...amounts.children].find(row => markOf(row) === wanted);
  }

  function newAmount(value, label) {
    const row = anyAmount.firstElementChild.cloneNode(true);
    row.querySelector('span').textContent = label;
    row.querySelector('[name=strengthOf]').value = value;
    const select = row.querySelector('select');
    select.setAttribute('aria-label', 'How much of ' + label);
    select.value = 'normal';
    return row;
  }

  // Rows that stay are not touched, so that nobody loses their place or their choice.
  function list() {
    const wanted = new Map();
    for (const field of FIELDS) {
      typed(field).forEach(topic => wanted.set(mark(field.name, topic), field.label(topic)));
    }
    for (const pick of document.querySelectorAll('[name=pick]:checked')) {
      wanted.set(mark('pick', pick.value), pick.parentElement.textContent.trim());
    }
    [...amounts.children].filter(row => !wanted.has(markOf(row))).forEach(row => row.remove());
    let place = 0;
    for (const [value, label] of wanted) {
      const row = amountOf(value) || newAmount(value, label);
      if (amounts.children[place] !== row) {
        amounts.insertBefore(row, amounts.children[place] || null);
      }
      place++;
    }
    strengths.hidden = wanted.size === 0;
  }

  async function tell(field, mine) {
    const rows = [];
    for (const topic of typed(field).slice(0, MOST)) {
      const row = amountOf(mark(field.name, topic));
      const strength = row ? row.querySelector('select').value : 'normal';
      const sentence = await say(field.kind, topic, strength);
      if (mine !== turn) {
        return;
      }
      if (sentence) {
        const dt = document.createElement('dt');
        const dd = document.createElement('dd');
        dt.textContent = field.label(topic);
        dd.textContent = sentence;
        rows.push(dt, dd);
      }
    }
    const told = document.getElementById(field.told);
    told.replaceChildren(...rows);
    told.hidden = rows.length === 0;
  }

  async function show() {
    const mine = ++turn;
    list();
    for (const field of FIELDS) {
      await tell(field, mine);
    }
  }

  for (const field of FIELDS) {
    document.getElementById(field.name).addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(show, 500);
    });
  }
  amounts.addEventListener('change', show);
  document.querySelectorAll('[name=pick]').forEach(pick => pick.addEventListener('change', list));
  show();
})();
