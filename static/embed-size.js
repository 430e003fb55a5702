// Tells the page that holds this figure how tall it is. Heights only: whoever frames it may know that.
(function () {
  function say() {
    parent.postMessage({ source: 'observatoire-caisses', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
  }
  if (parent === window) return;
  addEventListener('load', say);
  new ResizeObserver(say).observe(document.body);
})();
