// Tells the page that holds this figure how tall it is. Heights only: whoever frames it may know that.
(function () {
  function say() {
    parent.postMessage({ source: 'observatoire-caisses', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
  }
  if (parent === window) return;
  addEventListener('load', say);
  addEventListener('message', function (event) {
    if (event.source === parent && event.data && event.data.ask === 'observatoire-caisses') say();
  });
  new ResizeObserver(say).observe(document.body);
})();
