/** Runs inside the page: what a reader with weak eyes, or with a screen reader, would miss. */

/** Texts with less than 4.5:1 against what is behind them. */
export function faintTexts(): readonly string[] {
  type Color = readonly [number, number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colorOf = (css: string): Color => {
    if (canvas === null) return [0, 0, 0, 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const behind = (element: Element | null): Color => {
    for (let each = element; each !== null; each = each.parentElement) {
      const color = colorOf(getComputedStyle(each).backgroundColor);
      if (color[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };
  const light = ([r, g, b]: Color) => {
    const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const found = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!hasText || element.closest('script, style, svg, [hidden]') !== null) continue;
    const [a, b] = [light(colorOf(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.add(`${element.tagName.toLowerCase()}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...found];
}

/** Links, buttons, inputs, regions and tables without a name. */
export function nameless(): readonly string[] {
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label') ?? '';
    const by = document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
    const labels =
      element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((each) => each.textContent).join('') : '';
    const own = element.matches('input, form, nav, section, [role=region]') ? '' : (element.textContent ?? '');
    return `${label}${by}${labels}${own}`.trim();
  };
  const used = document.querySelectorAll('a, button, summary, input, form, nav, section, [role=region]');
  const unnamed = [...used]
    .filter((element) => nameOf(element) === '')
    .map((element) => element.outerHTML.slice(0, 80));
  const headers = [...document.querySelectorAll('th:not([scope])')].map((element) => element.outerHTML);
  const focusable = [...document.querySelectorAll<HTMLElement>('.wide, .value.text')].filter(
    (each) => each.tabIndex !== 0,
  );
  return [...unnamed, ...headers, ...focusable.map((each) => each.outerHTML.slice(0, 80))];
}
