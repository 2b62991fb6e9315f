// Large type, black on white, one thing at a time: what the style sheet does under the class `projector`.

export function isProjecting() {
  return document.documentElement.classList.contains("projector");
}

export function setProjecting(isOn) {
  document.documentElement.classList.toggle("projector", isOn);
}
