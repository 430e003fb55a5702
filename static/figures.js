// Adds to the figures what a page without scripts does not need: views that change in place, buttons that copy,
// and the arrows that walk along the marks. Every link below works without this file.
(function () {
  var english = document.documentElement.lang === 'en';
  var words = english ? { copy: 'Copy', copied: 'Copied' } : { copy: 'Copier', copied: 'Copié' };

  // Views: the link's page is fetched and the figure alone replaced, so that nothing jumps.
  function show(address, card, push) {
    return fetch(address)
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, 'text/html');
        var fresh = page.getElementById(card.id);
        if (!fresh) throw new Error('no figure');
        card.replaceWith(fresh);
        // The other figures' links carry this figure's state too.
        document.querySelectorAll('.figure-card').forEach(function (other) {
          var renewed = other !== fresh && other.id && page.getElementById(other.id);
          if (!renewed) return;
          other.replaceWith(renewed);
          enhance(renewed);
        });
        document.querySelectorAll('a[hreflang]').forEach(function (link) {
          var renewed = page.querySelector('a[hreflang="' + link.hreflang + '"]');
          if (renewed) link.href = renewed.href;
        });
        if (push) history.pushState({ figure: card.id }, '', address);
        document.title = page.title;
        enhance(fresh);
        return fresh;
      });
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[data-figure-view]');
    var card = link && link.closest('.figure-card');
    if (!card || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    var place = Array.prototype.indexOf.call(card.querySelectorAll('a[data-figure-view]'), link);
    show(link.href, card, true).then(
      function (fresh) {
        var same = fresh.querySelectorAll('a[data-figure-view]')[place];
        if (same) same.focus({ preventScroll: true });
      },
      function () {
        location.assign(link.href);
      }
    );
  });
  // The address says everything: going back shows that address again.
  addEventListener('popstate', function () {
    location.reload();
  });

  // Marks: one tab stop per figure, arrows between its rows; each says its own line.
  var live = document.createElement('p');
  live.className = 'visually-hidden';
  live.setAttribute('role', 'status');
  document.body.append(live);

  function marksOf(chart) {
    return Array.prototype.slice.call(chart.querySelectorAll('g[data-code]')).filter(function (group) {
      return group.getClientRects().length > 0 && !group.querySelector('g[data-code]');
    });
  }
  function told(mark) {
    var heading = mark.parentNode.closest && mark.parentNode.closest('g[data-code]');
    var texts = Array.prototype.map.call(mark.querySelectorAll('text'), function (text) {
      return Array.prototype.map
        .call(text.childNodes, function (node) {
          return node.nodeType === Node.COMMENT_NODE ? '' : node.textContent.trim();
        })
        .filter(Boolean)
        .join(' ')
        .trim();
    });
    var title = heading && heading.querySelector(':scope > text');
    return (title ? title.textContent + ' – ' : '') + texts.filter(Boolean).join(', ');
  }
  function pick(chart, marks, index) {
    marks.forEach(function (mark, at) {
      mark.classList.toggle('picked', at === index);
    });
    chart.dataset.at = String(index);
    live.textContent = told(marks[index]);
  }

  function enhance(root) {
    root.querySelectorAll('.actions textarea').forEach(function (field) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.textContent = words.copy;
      button.addEventListener('click', function () {
        navigator.clipboard.writeText(field.value).then(function () {
          button.textContent = words.copied;
          live.textContent = words.copied;
          setTimeout(function () {
            button.textContent = words.copy;
          }, 2000);
        });
      });
      field.after(button);
    });
    root.querySelectorAll('svg.chart').forEach(function (chart) {
      if (marksOf(chart).length < 2) return;
      chart.tabIndex = 0;
      chart.addEventListener('keydown', function (event) {
        var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (event.key === 'Escape') {
          marksOf(chart).forEach(function (mark) {
            mark.classList.remove('picked');
          });
          delete chart.dataset.at;
        }
        if (!step) return;
        event.preventDefault();
        var marks = marksOf(chart);
        var at = chart.dataset.at === undefined ? (step > 0 ? -1 : marks.length) : Number(chart.dataset.at);
        pick(chart, marks, Math.min(marks.length - 1, Math.max(0, at + step)));
      });
      chart.addEventListener('blur', function () {
        marksOf(chart).forEach(function (mark) {
          mark.classList.remove('picked');
        });
        delete chart.dataset.at;
      });
    });
  }
  enhance(document);
})();
