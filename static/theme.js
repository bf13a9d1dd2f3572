// Sets the chosen theme before the first paint. A file of its own, because the page allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem('mizan-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the device's theme holds.
  }
})();
