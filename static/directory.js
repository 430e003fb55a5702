// The directory answers while one chooses: the server's page for the new address is fetched and its parts put in place.
// Without this file the same form and the same links do the same, one page at a time.

const form = document.getElementById('filtres');
let asking;
let waiting;

/** `48.2938, 6.9541` as `48.29,6.95`; undefined for the name of a commune. */
function pointOf(text) {
  const [, latitude, longitude] = /^\s*([-+]?\d{1,3}(?:\.\d+)?)\s*[,;]\s*([-+]?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  return latitude && `${Number(Number(latitude).toFixed(2))},${Number(Number(longitude).toFixed(2))}`;
}

/** The address that the form asks for, without what is left empty. */
function addressOf() {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    // Coordinates have a parameter of their own, rounded to about a kilometre.
    const point = name === 'pres' && pointOf(value);
    if (point) params.append('autour', point);
    else if (value.trim()) params.append(name, value.trim());
  }
  if (!params.has('pres') && !params.has('autour')) params.delete('rayon');
  const text = params.toString();
  return new URL(form.action).pathname + (text ? `?${text}` : '');
}

/** What can be found again after the parts have been replaced. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name && element.value) return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  return undefined;
}

/** Puts the parts of another state of this page in place of those shown. */
function show(page) {
  const held = focused();
  const inside = document.activeElement?.closest('[data-live]');
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
  for (const part of document.querySelectorAll('[data-live-text]')) {
    const text = page.querySelector(`[data-live-text="${part.dataset.liveText}"]`)?.textContent ?? '';
    // Only a change is announced.
    if (part.textContent !== text) part.textContent = text;
  }
  for (const menu of form.querySelectorAll('details[data-facet]')) {
    menu.classList.toggle('chosen', menu.querySelector('input:checked') !== null);
  }
  for (const field of form.querySelectorAll('#q, #pres, #rayon')) {
    const fresh = page.getElementById(field.id);
    if (fresh && field !== document.activeElement) field.value = fresh.value;
  }
  const languages = page.querySelectorAll('a[hreflang]');
  document.querySelectorAll('a[hreflang]').forEach((link, index) => languages[index] && link.setAttribute('href', languages[index].getAttribute('href')));
  if (!inside) return;
  // Never leave the reader nowhere: on the same field, else on the new count.
  const next = (held && document.querySelector(held)) ?? document.querySelector('[data-live-text="count"]');
  next?.focus({ preventScroll: true });
}

/** Shows an address of the directory; `step` says what becomes of the history. */
async function go(address, step) {
  clearTimeout(waiting);
  asking?.abort();
  asking = new AbortController();
  // The map may know the answer already.
  document.dispatchEvent(new CustomEvent('directory:asked', { detail: address }));
  try {
    const answer = await fetch(address, { signal: asking.signal, headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(String(answer.status));
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    if (step === 'push') history.pushState(null, '', address);
    if (step === 'replace') history.replaceState(null, '', address);
    document.dispatchEvent(new CustomEvent('directory:shown', { detail: step }));
  } catch (failure) {
    if (failure.name !== 'AbortError') location.assign(address);
  }
}

document.addEventListener('input', (event) => {
  if (event.target.form !== form || event.target.type !== 'search') return;
  clearTimeout(waiting);
  waiting = setTimeout(() => go(addressOf(), 'replace'), 300);
});
document.addEventListener('change', (event) => {
  // A search is answered while one types; the name of a commune means nothing before it is whole.
  if (event.target.form === form && event.target.type !== 'search') go(addressOf(), 'push');
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await go(addressOf(), 'push');
  // On a small screen the answer is far below the button that asked for it.
  const results = document.getElementById('resultats');
  if (results.getBoundingClientRect().top > innerHeight * 0.75) {
    results.focus({ preventScroll: true });
    results.scrollIntoView();
  }
});
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-live-links] a');
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.href, 'push');
});
addEventListener('popstate', () => go(location.href, 'none'));

// Menus: one open at a time, closed from outside and by Escape.
document.addEventListener('click', (event) => {
  for (const menu of form.querySelectorAll('details[open]')) if (!menu.contains(event.target)) menu.open = false;
});
form.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && event.target.closest('details[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

// Names of communes while one types.
const commune = document.getElementById('pres');
const list = document.getElementById('communes');
let suggesting;
commune.addEventListener('input', () => {
  const text = commune.value.trim();
  clearTimeout(suggesting);
  if (text.length < 2 || [...list.options].some((option) => option.value === text)) return;
  suggesting = setTimeout(async () => {
    const names = await fetch(`/api/communes?q=${encodeURIComponent(text)}`).then(
      (answer) => (answer.ok ? answer.json() : []),
      () => []
    );
    list.replaceChildren(...names.map((name) => Object.assign(document.createElement('option'), { value: name })));
  }, 200);
});

// Around oneself: the position is rounded to about a kilometre before it leaves this page.
const around = document.getElementById('ici');
const here = around?.querySelector('button');
if (navigator.geolocation && here) {
  around.hidden = false;
  here.addEventListener('click', () => {
    here.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        here.disabled = false;
        commune.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
        go(addressOf(), 'push');
      },
      () => {
        here.disabled = false;
        // Nothing more can be asked of the button: the words stay, the reader goes where a place can be written.
        document.getElementById('ici-note').textContent = here.dataset.refused;
        here.remove();
        commune.focus();
      },
      { timeout: 10_000, maximumAge: 600_000 }
    );
  });
}

// Buttons that only repeat what a change already does.
document.documentElement.classList.add('live');
