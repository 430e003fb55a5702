// Suggestions under the search field, by keyboard or pointer: an initiative, a territory or a commune to go to.
// Without this file the field searches, as it does here when nothing is chosen.

const field = document.getElementById('q');
const root = new URL(field.form.action).pathname.replace(/\/initiatives$/, '');
const list = Object.assign(document.createElement('ul'), { id: 'suggestions', className: 'suggestions', hidden: true });
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', field.dataset.suggestions);
field.after(list);
for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'suggestions', 'aria-autocomplete': 'list' })) {
  field.setAttribute(name, value);
}

let active = -1;
let asking;
let waiting;

function close() {
  clearTimeout(waiting);
  asking?.abort();
  list.hidden = true;
  field.setAttribute('aria-expanded', 'false');
  choose(-1);
}

function choose(at) {
  active = at;
  [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
  if (at < 0) field.removeAttribute('aria-activedescendant');
  else {
    field.setAttribute('aria-activedescendant', list.children[at].id);
    list.children[at].scrollIntoView({ block: 'nearest' });
  }
}

function show(found) {
  list.replaceChildren(
    ...found.map(({ text, detail, path }, index) => {
      const option = Object.assign(document.createElement('li'), { id: `suggestion-${index}` });
      option.setAttribute('role', 'option');
      option.dataset.path = path;
      option.append(Object.assign(document.createElement('strong'), { textContent: text }), ' ', Object.assign(document.createElement('span'), { textContent: detail }));
      return option;
    })
  );
  const open = found.length > 0 && document.activeElement === field;
  list.hidden = !open;
  field.setAttribute('aria-expanded', String(open));
  choose(-1);
}

function ask() {
  clearTimeout(waiting);
  asking?.abort();
  const text = field.value.trim();
  if (text.length < 2) return close();
  waiting = setTimeout(async () => {
    asking = new AbortController();
    try {
      const answer = await fetch(`${root}/api/suggestions?q=${encodeURIComponent(text)}`, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // The field still searches.
    }
  }, 150);
}

const leave = (option) => location.assign(root + option.dataset.path);

field.addEventListener('input', ask);
field.addEventListener('blur', close);
field.addEventListener('keydown', (event) => {
  const count = list.children.length;
  if (event.key === 'ArrowDown' && list.hidden) return ask();
  if (list.hidden || event.isComposing) return;
  if (event.key === 'ArrowDown') choose(active + 1 < count ? active + 1 : -1);
  else if (event.key === 'ArrowUp') choose(active < 0 ? count - 1 : active - 1);
  else if (event.key === 'Escape') close();
  else if (event.key === 'Enter') {
    if (active < 0) return close();
    leave(list.children[active]);
  } else return;
  event.preventDefault();
});
// The field keeps the focus: a press on the list must not blur it before the click comes.
list.addEventListener('pointerdown', (event) => event.preventDefault());
list.addEventListener('click', (event) => {
  const option = event.target.closest('[role=option]');
  if (option) leave(option);
});
