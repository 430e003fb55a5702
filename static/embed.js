// For the page that holds an embed: gives each frame of this observatory the height of what it shows. Optional; without
// it a frame keeps the height written in its code. A message counts only when it comes from this script's own origin and
// from the window of a frame of that origin.
(function () {
  var script = document.currentScript;
  if (!script) return;
  var origin = new URL(script.src).origin;

  function frames() {
    return Array.prototype.filter.call(document.querySelectorAll('iframe[src]'), function (frame) {
      try {
        return new URL(frame.src).origin === origin;
      } catch (_) {
        return false;
      }
    });
  }
  addEventListener('message', function (event) {
    if (event.origin !== origin) return;
    var said = event.data;
    if (!said || said.source !== 'observatoire-caisses' || typeof said.height !== 'number' || !isFinite(said.height)) return;
    frames().forEach(function (frame) {
      if (frame.contentWindow !== event.source) return;
      frame.style.height = Math.min(6000, Math.max(120, Math.ceil(said.height))) + 'px';
    });
  });
  // A frame that was ready before this script has already spoken.
  frames().forEach(function (frame) {
    if (frame.contentWindow) frame.contentWindow.postMessage({ ask: 'observatoire-caisses' }, origin);
  });
})();
