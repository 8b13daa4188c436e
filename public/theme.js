// Runs before the first paint, so that a chosen theme does not flash; no choice leaves it to the system.
try {
  var theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch (e) {}
