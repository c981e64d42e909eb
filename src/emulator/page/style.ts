export const STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --quiet: #5b6470; --back: #fff; --line: #d8dde3; --raised: #f5f7f9; --link: #0550ae; --good: #0a6b2d; --bad: #b42318; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ed; --quiet: #9aa4b0; --back: #14171a; --line: #343a41; --raised: #1d2125; --link: #79b8ff; --good: #56d364; --bad: #ff8f85; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
header { padding: 1.25rem 1.5rem 0; }
header p { margin: .25rem 0 0; color: var(--quiet); }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0 0 .75rem; font-size: 1.15rem; }
header nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; padding: 0 0 .75rem; list-style: none; border-bottom: 1px solid var(--line); }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--back); padding: .25rem .5rem; }
main { padding: 0 1.5rem 3rem; }
section { padding-top: 1.5rem; }
section > p { margin: 0 0 .75rem; }
.quiet { color: var(--quiet); }
.pairs { margin: 0; }
.pairs div { display: grid; grid-template-columns: minmax(8rem, 16rem) minmax(0, 1fr); gap: .25rem 1rem; padding: .25rem 0; border-bottom: 1px solid var(--line); }
.pairs div:last-child { border-bottom: 0; }
.parts { margin: 0; padding: 0; list-style: none; }
.parts .parts { padding-left: 1rem; }
ol.parts > li + li { margin-top: .5rem; }
dt { color: var(--quiet); overflow-wrap: break-word; }
dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .3rem 1rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; max-width: 36rem; overflow-wrap: break-word; }
thead th { color: var(--quiet); white-space: nowrap; }
th.number, td.number { text-align: right; }
details { border-bottom: 1px solid var(--line); }
summary { padding: .4rem 0; cursor: pointer; overflow-wrap: anywhere; }
details > :not(summary) { margin-bottom: .75rem; }

.log { max-height: 26rem; overflow: auto; }
.log thead th { position: sticky; top: 0; background: var(--back); }
.matrix { max-height: 70vh; overflow: auto; }
.matrix th:first-child { position: sticky; left: 0; background: var(--back); white-space: nowrap; }
.matrix thead th { position: sticky; top: 0; background: var(--back); }
.matrix thead th:first-child { z-index: 1; }
.yes { color: var(--good); }
.no { color: var(--quiet); }
.messages { margin: 0; padding: 0; list-style: none; }
.messages li { padding: .15rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
#log td { white-space: nowrap; }
#log td:nth-child(3) { white-space: normal; min-width: 16rem; }
#log .bad { color: var(--bad); }
#log pre { max-height: 24rem; max-width: 60rem; overflow: auto; margin: .25rem 0; padding: .5rem; background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere; }
#log summary { padding: 0; }
#log details { border: 0; }
.empty td { color: var(--quiet); }
`;
