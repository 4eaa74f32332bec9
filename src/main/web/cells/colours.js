// Code in colours. What the parts of a language are is known by highlight.js, which is loaded with the first code there is.

const ADDRESS = '/web/lib/highlight.min.js';

let library = null;

function load() {
  library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => done(globalThis.hljs));
    script.addEventListener('error', () => failed(new Error('the colours of code did not come')));
    script.src = ADDRESS;
    document.head.append(script);
  });
  return library;
}

/** Shows Java code in an element, in colours as soon as they are there. */
export function coloured(element, code) {
  const hljs = globalThis.hljs;
  if (!hljs) element.textContent = code;
  else element.innerHTML = hljs.highlight(code, { language: 'java', ignoreIllegals: true }).value; // escaped by the library
  if (!hljs) load().then(() => element.textContent === code && coloured(element, code), console.warn);
}

/** Gives the code blocks of a lesson their colours, those in a language that is known. */
export function colourBlocks(root) {
  const blocks = [...root.querySelectorAll('pre > code[class*="language-"]')].filter((block) => !block.closest('.cell'));
  if (blocks.length === 0) return;
  load().then((hljs) => {
    for (const block of blocks) {
      const language = /language-([\w+#-]+)/.exec(block.className)?.[1];
      if (hljs.getLanguage(language)) block.innerHTML = hljs.highlight(block.textContent, { language, ignoreIllegals: true }).value;
    }
  }, console.warn);
}
