// Applies the reader's theme before the first paint, and keeps the choice of the theme form.
// A file of its own, not an inline script: it works on pages without any other script and needs no CSP nonce.
(function () {
  var root = document.documentElement;
  var stored = null;
  try {
    stored = localStorage.getItem('theme');
  } catch (_) {
    // Storage may be refused; the system preference then applies.
  }
  if (stored === 'light' || stored === 'dark') root.dataset.theme = stored;
  function show() {
    document.querySelectorAll('select[name="theme"]').forEach(function (field) {
      field.value = root.dataset.theme || 'auto';
    });
  }
  document.addEventListener('DOMContentLoaded', show);
  document.addEventListener('change', function (event) {
    var field = event.target;
    if (!field || field.name !== 'theme') return;
    if (field.value === 'auto') delete root.dataset.theme;
    else root.dataset.theme = field.value;
    try {
      localStorage.setItem('theme', field.value);
    } catch (_) {
      // The choice then holds for this page only.
    }
  });
})();
