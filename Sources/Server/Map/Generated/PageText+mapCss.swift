// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let mapCss = ##"""
/* The look of the map page: quiet paper surfaces, dark ink, one accent, the teal of a fish scale. */

:root {
  --paper: #f4f2ea;
  --surface: #fcfbf7;
  --sunk: #f1efe6;
  --line: #dcd8cb;
  --line-strong: #8d9089;
  --ink: #1d2a2c;
  --soft: #55605f;
  --accent: #0f4f55;
  --accent-bright: #0f6b72;
  --accent-pale: #e3eeec;
  --error: #a3201d;
  --error-pale: #fbecea;
  --warning: #7f4a00;
  --warning-pale: #fbf1dd;
  --info: #23538f;
  --info-pale: #eaf0f8;
  --good: #2a6a3f;
  --shadow: 0 1px 2px rgb(38 44 40 / 10%), 0 4px 18px rgb(38 44 40 / 10%);
  --bar: 56px;
  --panel: 432px;
  --font: "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
  color-scheme: light;
}

:lang(en) {
  --font: "Segoe UI", "Helvetica Neue", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
}

* { box-sizing: border-box; }

html, body { height: 100%; }

body {
  margin: 0;
  overflow: hidden;
  background: var(--paper);
  color: var(--ink);
  font: 14px/1.55 var(--font);
  -webkit-text-size-adjust: 100%;
}

[hidden] { display: none !important; }

h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
button, input, select, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
a { color: var(--accent-bright); }
code, kbd { font-family: "Noto Sans Mono CJK SC", Consolas, Menlo, monospace; font-size: .92em; }

:focus-visible { outline: 2.5px solid var(--accent-bright); outline-offset: 2px; }

.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.symbols { position: absolute; }
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.soft { color: var(--soft); font-size: 13px; }

/* Buttons */

button, .button, select, input[type="text"], input[type="search"], input[type="date"], textarea {
  min-height: 34px;
  padding: 4px 12px;
  border: 1px solid var(--line-strong);
  border-radius: 6px;
  background: var(--surface);
}

button, .button { display: inline-flex; align-items: center; justify-content: center; gap: 6px; text-decoration: none; color: var(--ink); }
button:hover, .button:hover { background: var(--accent-pale); }
button:disabled { opacity: .45; cursor: default; background: none; }
button.main { background: var(--accent); border-color: var(--accent); color: #fff; }
button.main:hover { background: var(--accent-bright); }
button.quiet { min-width: 34px; padding: 4px; border-color: transparent; background: none; }
button.quiet:hover { background: var(--accent-pale); }
button.link { min-height: 0; padding: 0; border: 0; background: none; color: var(--accent-bright); text-decoration: underline; text-underline-offset: 3px; }
button.wide { width: 100%; margin-top: 8px; }

/* The bar */

.bar {
  position: relative;
  z-index: 1200;
  display: flex;
  align-items: center;
  gap: 18px;
  height: var(--bar);
  padding: 0 14px;
  background: var(--surface);
  border-bottom: 1px solid var(--line);
}

.brand { display: flex; align-items: center; gap: 10px; text-decoration: none; color: var(--ink); border-radius: 6px; }
.brand h1 { font-size: 18px; font-weight: 600; letter-spacing: .04em; white-space: nowrap; line-height: 1.2; }
.brand .county { margin-left: 6px; padding-left: 10px; border-left: 1px solid var(--line); color: var(--soft); font-size: 15px; font-weight: 400; letter-spacing: 0; }
.brand .county:empty { display: none; }
.scales { width: 32px; height: 32px; border-radius: 8px; background: var(--accent); fill: none; stroke: #e9f1ee; stroke-width: 1.8; }

.search { position: relative; flex: 0 1 460px; display: flex; align-items: center; }
.search > .icon { position: absolute; left: 11px; color: var(--soft); pointer-events: none; }
.search input { width: 100%; height: 38px; padding: 0 40px 0 36px; border: 1px solid var(--line-strong); border-radius: 8px; background: #fff; text-overflow: ellipsis; }
.search input::placeholder { color: #666f6d; opacity: 1; }
.search kbd { position: absolute; right: 10px; padding: 0 7px; border: 1px solid var(--line); border-radius: 4px; background: var(--sunk); color: var(--soft); line-height: 20px; pointer-events: none; }
.search input:focus ~ kbd, .search input:not(:placeholder-shown) ~ kbd { display: none; }
.search .quiet { position: absolute; right: 3px; min-height: 32px; min-width: 32px; color: var(--soft); }

.results {
  position: absolute;
  top: calc(100% + 6px);
  left: 0;
  width: 100%;
  min-width: 380px;
  max-height: min(560px, calc(100vh - 90px));
  overflow-y: auto;
  padding: 6px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--surface);
  box-shadow: var(--shadow);
}

.results-kind { padding: 8px 10px 2px; color: var(--soft); font-size: 12px; }
.results-note { padding: 8px 10px; color: var(--soft); font-size: 13px; }
.result { display: flex; gap: 10px; align-items: flex-start; padding: 7px 10px; border-radius: 6px; cursor: pointer; }
.result > .icon { margin-top: 2px; color: var(--soft); }
.result > .swatch { margin-top: 3px; }
.result[aria-selected="true"] { background: var(--accent-pale); box-shadow: inset 3px 0 var(--accent); }
.result-main { min-width: 0; }
.result-more { display: block; overflow: hidden; color: var(--soft); font-size: 12.5px; white-space: nowrap; text-overflow: ellipsis; }

.tools { display: flex; gap: 4px; margin-left: auto; }
.tool { min-height: 38px; border-color: transparent; background: none; white-space: nowrap; }
.tool[aria-expanded="true"], .tool[aria-pressed="true"] { background: var(--accent-pale); color: var(--accent); }
.corner { display: flex; align-items: center; gap: 4px; padding-left: 14px; border-left: 1px solid var(--line); }
.language { min-width: 72px; border-color: transparent; background: none; }

.menu { position: relative; }
.menu summary { display: grid; place-items: center; width: 36px; height: 36px; border-radius: 6px; list-style: none; cursor: pointer; }
.menu summary::-webkit-details-marker { display: none; }
.menu summary:hover, .menu[open] summary { background: var(--accent-pale); }
.menu summary .icon { stroke-width: 3; }
.menu ul { position: absolute; right: 0; top: calc(100% + 6px); min-width: 168px; padding: 6px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); box-shadow: var(--shadow); }
.menu a, .menu li button { display: flex; justify-content: flex-start; width: 100%; min-height: 36px; padding: 6px 12px; border: 0; border-radius: 6px; background: none; color: var(--ink); text-decoration: none; }
.menu a:hover, .menu li button:hover { background: var(--accent-pale); }

/* The map */

.stage { position: absolute; inset: var(--bar) 0 0; }
.map { position: absolute; inset: 0; background: #eceadf; font: inherit; }
.map:focus-visible { outline-offset: -3px; }
.map.over-parcel { cursor: pointer; }
.drawing .map, .drawing .leaflet-interactive { cursor: crosshair; }
.map .labels { position: absolute; transition: opacity .12s; }
.leaflet-container { font: inherit; }

.drawing .map::after { content: ""; position: absolute; z-index: 700; left: 50%; top: 50%; width: 17px; height: 17px; margin: -8.5px; pointer-events: none;
  background: linear-gradient(var(--accent), var(--accent)) center / 1px 100% no-repeat, linear-gradient(var(--accent), var(--accent)) center / 100% 1px no-repeat; opacity: .65; }

.leaflet-control-attribution { margin: 0; padding: 1px 8px; background: rgb(252 251 247 / 82%); color: var(--soft); font-size: 11px; }
.leaflet-control-attribution:empty { display: none; }
.map .leaflet-bottom { z-index: 800; transition: right .18s ease; }
.with-panel .map .leaflet-bottom.leaflet-right { right: var(--panel); }

.map .leaflet-control-scale { margin: 0 0 12px 14px; }
.map .leaflet-control-scale-line { padding: 1px 6px 0; border: 1.5px solid #3d4a4b; border-top: 0; background: rgb(252 251 247 / 75%); color: var(--ink); font-size: 11.5px; }
.furniture { position: absolute; z-index: 800; left: 154px; bottom: 10px; display: flex; gap: 10px; pointer-events: none; color: var(--ink); font-size: 12px; font-variant-numeric: tabular-nums; }
.place { padding: 1px 8px; border-radius: 4px; background: rgb(252 251 247 / 75%); white-space: nowrap; }
.furniture::after { content: attr(data-parcel); font-weight: 600; }
.furniture:not([data-parcel=""])::after { padding: 1px 8px; border-radius: 4px; background: rgb(252 251 247 / 90%); }

.zoom { display: grid; justify-items: center; gap: 8px; margin: 0 12px 14px 0; }
.zoom-buttons { display: grid; overflow: hidden; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); box-shadow: var(--shadow); }
.zoom-buttons button { width: 36px; height: 36px; padding: 0; border: 0; border-radius: 0; font-size: 20px; line-height: 1; }
.zoom-buttons button + button { border-top: 1px solid var(--line); }
.zoom-buttons button:focus-visible { outline-offset: -3px; }
.home-mark { width: 15px; height: 15px; border: 1.7px solid currentcolor; border-radius: 3px; box-shadow: inset 0 0 0 2.5px var(--surface), inset 0 0 0 8px currentcolor; opacity: .82; }
.north { display: grid; justify-items: center; width: 36px; padding: 6px 0 2px; border-radius: 8px; background: rgb(252 251 247 / 82%); color: var(--ink); font-size: 11.5px; line-height: 1.3; }
.needle { width: 14px; height: 20px; background: linear-gradient(90deg, var(--accent) 50%, #b9c6c4 50%); clip-path: polygon(50% 0, 100% 100%, 50% 78%, 0 100%); }

/* Cards over the map */

.card { position: absolute; z-index: 900; border: 1px solid var(--line); border-radius: 10px; background: rgb(252 251 247 / 96%); box-shadow: var(--shadow); }
.card.hidden { display: none; }

.layers { left: 14px; top: 14px; width: 290px; max-height: calc(100% - 132px); display: flex; flex-direction: column; }
.layers h2 button { width: 100%; min-height: 42px; justify-content: space-between; padding: 0 12px 0 14px; border: 0; border-radius: 10px; background: none; font-size: 14px; font-weight: 600; }
.layers h2 button[aria-expanded="true"] .icon { transform: rotate(180deg); }
.layers-body { overflow-y: auto; padding: 0 14px 10px; scrollbar-width: thin; }
.layer { display: grid; grid-template-columns: 1fr auto; gap: 0 8px; align-items: center; padding: 7px 0; border-top: 1px solid var(--line); }
.layer > ul, .layer > .without { grid-column: 1 / -1; }
.switch { display: flex; align-items: center; gap: 9px; cursor: pointer; min-height: 26px; }
.switch input { width: 16px; height: 16px; margin: 0; accent-color: var(--accent); flex: none; }
.layer-facts { white-space: nowrap; font-size: 12px; font-variant-numeric: tabular-nums; }
.without { font-size: 12px; padding-left: 25px; }
.classes { display: grid; gap: 2px; padding: 3px 0 2px 25px; }
.classes li { display: grid; grid-template-columns: 26px 1fr; gap: 8px; align-items: start; font-size: 12.5px; line-height: 1.4; }
.classes li.soft { display: block; font-size: 12px; }
.sample { width: 26px; height: 16px; margin-top: 1px; flex: none; }
.switch .sample { margin: 0; }
.sample.away { opacity: .35; }
.layer-name { line-height: 1.35; }

.without-days .timeline, .without-days #do-timeline { display: none; }
.timeline { left: 318px; right: 66px; bottom: 14px; display: flex; align-items: center; gap: 6px; max-width: 600px; height: 52px; margin: 0 auto; padding: 0 10px; }
.with-panel .timeline { right: calc(var(--panel) + 66px); }
.track { position: relative; flex: 1; min-width: 120px; height: 40px; padding-top: 4px; }
.track input { -webkit-appearance: none; appearance: none; display: block; width: 100%; height: 20px; margin: 0; background: none; cursor: pointer; --share: 100%; }
.track input::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: linear-gradient(90deg, var(--accent) var(--share), #cfcdc1 var(--share)); }
.track input::-moz-range-track { height: 4px; border-radius: 2px; background: #cfcdc1; }
.track input::-moz-range-progress { height: 4px; border-radius: 2px; background: var(--accent); }
.track input::-webkit-slider-thumb { -webkit-appearance: none; width: 16px; height: 16px; margin-top: -6px; border: 2px solid #fff; border-radius: 50%; background: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.track input::-moz-range-thumb { width: 13px; height: 13px; border: 2px solid #fff; border-radius: 50%; background: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.years { position: absolute; left: 8px; right: 8px; top: 21px; height: 18px; pointer-events: none; font-size: 11px; color: var(--soft); line-height: 1.2; }
.years i { position: absolute; top: 0; width: 1px; height: 4px; background: #a9aaa0; }
.years span { position: absolute; top: 5px; }
.day input { width: 134px; padding: 4px 8px; border-color: var(--line); font-size: 13px; font-variant-numeric: tabular-nums; }
.timeline > button:last-child { white-space: nowrap; }

.banner { position: absolute; z-index: 950; left: 50%; top: 14px; display: flex; align-items: center; gap: 14px; padding: 7px 8px 7px 18px; transform: translateX(-50%); border: 1px solid #c99a3c; border-radius: 10px; background: #fdf3d9; color: #4f3600; font-size: 15px; font-weight: 600; white-space: nowrap; box-shadow: var(--shadow); }
.with-panel .banner { left: calc((100% - var(--panel)) / 2); }
.banner button { min-height: 32px; border-color: #a87a1e; background: #fffaf0; color: #4f3600; font-weight: 400; font-size: 14px; }
.of-the-past .stage::after { content: ""; position: absolute; z-index: 940; inset: 0; border: 4px solid #d9ab4d; pointer-events: none; }

.hint { position: absolute; z-index: 960; left: 50%; top: 14px; display: flex; align-items: center; gap: 8px; max-width: min(760px, calc(100% - 28px)); padding: 8px 8px 8px 16px; transform: translateX(-50%); border: 1px solid var(--accent); border-radius: 10px; background: var(--surface); box-shadow: var(--shadow); }
.hint button { white-space: nowrap; }
.of-the-past .hint { top: 70px; }

.notice { position: absolute; z-index: 1000; left: 50%; bottom: 82px; display: flex; align-items: center; gap: 12px; max-width: min(640px, calc(100% - 28px)); padding: 10px 12px 10px 16px; transform: translateX(-50%); border: 1px solid var(--line-strong); border-left: 4px solid var(--warning); border-radius: 8px; background: var(--surface); box-shadow: var(--shadow); }
.notice p { overflow-wrap: anywhere; }
.notice button { flex: none; }

.busy { position: absolute; z-index: 990; left: 50%; top: 50%; display: flex; align-items: center; gap: 10px; padding: 8px 16px; transform: translate(-50%, -50%); border: 1px solid var(--line); border-radius: 99px; background: var(--surface); box-shadow: var(--shadow); }
.spinner { width: 16px; height: 16px; border: 2px solid var(--line); border-top-color: var(--accent); border-radius: 50%; animation: turn .8s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }

:lang(en) .table tbody th::first-letter, :lang(en) .facts dt::first-letter, :lang(en) .changes dt::first-letter, :lang(en) .badge::first-letter,
:lang(en) .group-family::first-letter, :lang(en) .level::first-letter, :lang(en) .classes span::first-letter { text-transform: uppercase; }
:lang(en) .answer-name::first-letter, :lang(en) .why::first-letter { text-transform: uppercase; }
:lang(en) .classes span { display: block; }
:lang(en) .answer-name { display: inline-block; }

/* The panel */

.panel { position: absolute; z-index: 1100; top: var(--bar); right: 0; bottom: 0; width: var(--panel); display: flex; flex-direction: column; border-left: 1px solid var(--line); background: var(--surface); box-shadow: -6px 0 24px rgb(38 44 40 / 8%); }
.panel:focus { outline: none; }
.panel-head { display: flex; align-items: flex-start; gap: 4px; padding: 12px 10px 10px 20px; border-bottom: 1px solid var(--line); }
.panel-head #panel-back { margin-left: -12px; }
.panel-name { flex: 1; min-width: 0; }
.panel-head h2 { font-size: 21px; line-height: 1.3; font-weight: 600; overflow-wrap: anywhere; }
.panel-head .kind { color: var(--soft); font-size: 12.5px; min-height: 1.55em; }
.panel-head .size { display: none; }
.panel-body { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 14px 20px 28px; scrollbar-width: thin; }

.part { padding-top: 16px; margin-top: 16px; border-top: 1px solid var(--line); }
.part > h3 { margin-bottom: 8px; font-size: 14px; font-weight: 600; color: var(--accent); letter-spacing: .02em; }
.lead { margin-bottom: 10px; }
.lead.strong { font-size: 15px; }
.empty { color: var(--soft); }
.empty.checked::before { content: "✓ "; color: var(--good); }
.foot { margin-top: 16px; font-size: 12px; }
.row { display: flex; gap: 8px; margin-top: 14px; justify-content: flex-end; }
.part + .row, .downloads + .row { justify-content: flex-start; }
.waiting { display: flex; gap: 10px; align-items: center; padding: 24px 0; color: var(--soft); }

.badges { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 8px; }
.badge { display: inline-block; padding: 0 7px; border: 1px solid var(--line-strong); border-radius: 4px; font-size: 12px; line-height: 19px; white-space: nowrap; font-weight: 400; color: var(--ink); background: var(--surface); }
.badge.schematic { border-style: dashed; border-color: #8a7a5a; color: #594a2b; background: #f8f3e6; }
.badge.status { border-color: var(--accent); color: #fff; background: var(--accent); }
.badge.status.superseded { border-color: var(--line-strong); color: var(--soft); background: var(--sunk); }
.badge.status.mapped { color: var(--accent); background: var(--surface); }
.badge.warning { border-color: #b98a3a; color: var(--warning); background: var(--warning-pale); }
.badge.act { border-color: var(--accent-bright); color: var(--accent); background: var(--accent-pale); }
.badge.severity.error { border-color: var(--error); color: #fff; background: var(--error); }
.badge.severity.warning { border-color: #a96f14; }
.badge.severity.info { border-color: #8aa5c8; color: var(--info); background: var(--info-pale); }

.caution { padding: 6px 10px; border-left: 3px solid #c99a3c; border-radius: 0 4px 4px 0; background: var(--warning-pale); color: #5a3d05; font-size: 13px; }
.caution-text { color: var(--warning) !important; }
.lead .caution { margin-bottom: 10px; }

.facts { display: grid; grid-template-columns: minmax(5.2em, max-content) 1fr; gap: 4px 16px; }
.facts dt { color: var(--soft); }
.facts dd { overflow-wrap: anywhere; }
.facts dd button + button { margin-left: 10px; }

.swatch { display: inline-block; flex: none; width: 16px; height: 16px; border: 1px solid #3c3c3c; border-radius: 3px; background: #fff; }
.swatch.none { visibility: hidden; }
.uses li { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 2px 0; font-size: 15px; }
.uses code { color: var(--soft); font-size: 13px; }

.table { width: 100%; border-collapse: collapse; }
.table th, .table td { padding: 5px 8px; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; vertical-align: baseline; }
.table tr:last-child > * { border-bottom: 0; }
.table th:first-child { padding-left: 0; }
.table thead th { color: var(--soft); font-size: 12.5px; padding-top: 0; }
.table th small { display: block; color: var(--soft); font-size: 12px; }
.table .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.table td.figure:last-child, .table th.figure:last-child { padding-right: 0; }
td.figure { font-weight: 500; }
.boundary-line { margin-top: 6px; }

.citations { display: grid; gap: 10px; }
.citation-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 9px; }
.citation-head strong { font-weight: 600; }
.citation time, .history time { color: var(--soft); font-variant-numeric: tabular-nums; }
.cite { min-height: 24px; padding: 0 8px; border-color: #b9c6c4; border-radius: 4px; color: var(--accent); font-size: 12.5px; }
.cite[aria-expanded="true"] { background: var(--accent-pale); }
.lines { flex-basis: 100%; margin: 4px 0 2px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
.lines .file { color: var(--soft); font-size: 12px; overflow-wrap: anywhere; }
.lines ol { display: grid; gap: 2px; margin-top: 4px; font-size: 13.5px; line-height: 1.6; }
.lines li { display: list-item; list-style: decimal; margin-left: 2.6em; padding-left: 6px; overflow-wrap: anywhere; white-space: pre-wrap; }
.lines li::marker { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }

.answers { display: grid; gap: 2px; }
.answers > li { padding: 6px 0; border-bottom: 1px solid var(--line); }
.answers > li:last-child { border-bottom: 0; }
.answer-head { display: flex; align-items: center; gap: 8px; }
.answer-name { font-weight: 500; }
.answer-word { margin-left: auto; font-size: 13px; white-space: nowrap; }
.mark { display: grid; place-items: center; flex: none; width: 18px; height: 18px; border-radius: 50%; font-size: 12px; line-height: 1; }
.mark.found { color: var(--accent); background: var(--accent-pale); font-size: 10px; }
.mark.none { color: var(--good); background: #e8f2ea; }
.mark.not_checked { color: var(--warning); background: none; border: 1.5px dashed #b98a3a; font-weight: 600; }
.answers .found .answer-word { color: var(--accent); font-weight: 600; }
.answers .none .answer-word { color: var(--good); }
.answers .not-checked .answer-word { color: var(--warning); font-weight: 600; }
.answers .not-checked .why, .covered, .features, .answers details { margin-left: 26px; }
.covered { font-variant-numeric: tabular-nums; }
.features li { display: flex; justify-content: space-between; gap: 12px; padding: 1px 0; font-size: 13px; color: var(--soft); }
.features .much { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.answers details .features { margin-left: 0; }
details > summary { cursor: pointer; }
.answers summary, .conflicts summary { color: var(--accent-bright); font-size: 13px; }

.entries { display: grid; }
.entry { display: flex; align-items: flex-start; justify-content: flex-start; gap: 10px; width: calc(100% + 20px); margin: 0 -10px; padding: 7px 10px; border: 0; border-radius: 6px; background: none; text-align: left; }
.entry .swatch { margin-top: 3px; }
.entry-main { flex: 1; min-width: 0; }
.entry-more { display: block; color: var(--soft); font-size: 12.5px; }
.entry > .icon { align-self: center; color: var(--line-strong); width: 15px; }
.entry.past strong { color: var(--soft); font-weight: 400; text-decoration: line-through; }

.history > li { position: relative; padding: 0 0 14px 18px; border-left: 2px solid var(--line); margin-left: 5px; }
.history > li:last-child { padding-bottom: 0; }
.history > li::before { content: ""; position: absolute; left: -6px; top: 6px; width: 10px; height: 10px; border: 2px solid var(--accent); border-radius: 50%; background: var(--surface); }
.changes { display: grid; grid-template-columns: minmax(5.2em, max-content) 1fr; gap: 1px 14px; margin-top: 3px; font-size: 13px; }
.changes dt { color: var(--soft); }
.changes del { color: var(--soft); }
.changes ins { text-decoration: none; }

.downloads { display: flex; flex-wrap: wrap; gap: 8px; }

/* Shapes */

.choices { display: grid; gap: 8px; margin: 12px 0 14px; }
.choice { justify-content: flex-start; gap: 12px; min-height: 50px; padding: 8px 16px; border-color: var(--line); font-size: 15px; }
.choice .icon { width: 22px; height: 22px; color: var(--accent); }

.dialog { width: min(560px, calc(100vw - 24px)); padding: 22px 24px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); color: var(--ink); box-shadow: 0 12px 48px rgb(38 44 40 / 22%); }
.dialog::backdrop { background: rgb(38 50 50 / 34%); }
.dialog h2 { margin-bottom: 6px; font-size: 18px; }
.dialog label { display: block; margin: 12px 0 4px; font-weight: 500; }
.dialog .file { display: flex; align-items: center; gap: 12px; margin-top: 14px; }
.dialog .file label { display: inline-flex; margin: 0; cursor: pointer; }
.dialog .file input:focus-visible + label { outline: 2.5px solid var(--accent-bright); outline-offset: 2px; }
.dialog textarea { width: 100%; padding: 8px 12px; font-family: "Noto Sans Mono CJK SC", Consolas, monospace; font-size: 13px; resize: vertical; }
.dialog input[type="text"] { width: 180px; }
.fault { margin-top: 10px; padding: 6px 10px; border-left: 3px solid var(--error); background: var(--error-pale); color: #6d1412; overflow-wrap: anywhere; }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: 8px 18px; margin: 12px 0; }
.keys kbd { padding: 1px 8px; border: 1px solid var(--line-strong); border-bottom-width: 2px; border-radius: 5px; background: #fff; white-space: nowrap; }

/* Conflicts */

.filters { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin-bottom: 10px; }
.filters > * { min-width: 0; width: 100%; }
.levels { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; }
.filters input { grid-column: 1 / -1; }
.level { flex-direction: column; gap: 0; padding: 6px; border-color: var(--line); line-height: 1.35; font-size: 13px; }
.level strong { font-size: 20px; font-weight: 600; font-variant-numeric: tabular-nums; }
.level.error strong { color: var(--error); }
.level.warning strong { color: var(--warning); }
.level.info strong { color: var(--info); }
.level[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-pale); }

.groups { margin-top: 8px; }
.group { border-top: 1px solid var(--line); }
.group:last-child { border-bottom: 1px solid var(--line); }
.group > summary { display: flex; align-items: center; gap: 8px; padding: 9px 0; list-style: none; }
.group > summary::-webkit-details-marker { display: none; }
.group > summary::before { content: ""; width: 7px; height: 7px; margin: 0 4px 0 2px; border-right: 1.7px solid var(--soft); border-bottom: 1.7px solid var(--soft); transform: rotate(-45deg); flex: none; }
.group[open] > summary::before { transform: rotate(45deg) translate(-2px, -2px); }
.group-name { flex: 1; font-weight: 500; line-height: 1.4; }
.group-family { display: block; color: var(--soft); font-size: 12.5px; font-weight: 400; }
.count { min-width: 26px; padding: 0 7px; border: 1px solid; border-radius: 99px; font-size: 12px; line-height: 19px; text-align: center; font-variant-numeric: tabular-nums; }
.count.error { color: #fff; background: var(--error); border-color: var(--error); }
.count.warning { color: var(--warning); background: var(--warning-pale); border-color: #a96f14; }
.count.info { color: var(--info); background: var(--info-pale); border-color: #8aa5c8; }

.findings { display: grid; gap: 6px; padding-bottom: 10px; }
.finding { border: 1px solid var(--line); border-left-width: 4px; border-radius: 6px; background: #fff; content-visibility: auto; contain-intrinsic-size: auto 78px; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: #c07f1c; }
.finding.info { border-left-color: #6d8fbd; }
.finding.accepted { background: var(--sunk); }
.finding-head { display: block; width: 100%; padding: 7px 12px 8px; border: 0; background: none; text-align: left; }
.finding-top { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
.finding-text { display: block; margin-top: 3px; color: #34403f; font-size: 13px; overflow-wrap: anywhere; }
.finding-more { display: grid; justify-items: start; gap: 8px; padding: 2px 12px 10px; font-size: 13px; }
.skipped li { padding: 4px 0; border-bottom: 1px dotted var(--line); }
.skipped .soft { display: block; font-size: 12.5px; }

/* A phone: the panel is a sheet from below */

@media (max-width: 1180px) {
  .tool span, .brand .county { display: none; }
  .with-panel .timeline { left: 14px; bottom: 44px; }
  .with-panel .layers { display: none; }
  .with-panel .layers.shown { display: flex; }
}

@media (max-width: 820px) {
  :root { --bar: 104px; --foot: 54px; }
  body { font-size: 15px; }
  .bar { display: grid; grid-template-columns: 1fr auto; gap: 4px 8px; padding: 6px 10px; align-content: center; }
  .brand h1 { font-size: 17px; }
  .brand .county { display: inline; }
  .scales { width: 28px; height: 28px; }
  .corner { padding: 0; border: 0; }
  .search { grid-column: 1 / -1; grid-row: 2; }
  .brand { grid-area: 1 / 1; justify-self: start; }
  .corner { grid-area: 1 / 2; }
  .search input { height: 42px; font-size: 16px; }
  .search kbd { display: none; }
  .results { min-width: 0; max-height: calc(100vh - 130px); }
  .result { padding: 10px; }

  .tools { position: fixed; z-index: 1200; left: 0; right: 0; bottom: 0; display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 0; height: calc(var(--foot) + env(safe-area-inset-bottom)); padding: 2px 4px env(safe-area-inset-bottom); margin: 0; border-top: 1px solid var(--line); background: var(--surface); }
  .tool { flex-direction: column; gap: 1px; padding: 2px; font-size: 12px; line-height: 1.3; }
  .tool span { display: inline; }
  .stage { bottom: calc(var(--foot) + env(safe-area-inset-bottom)); }

  .layers { display: none; left: 10px; right: 10px; top: auto; bottom: 10px; width: auto; max-height: 64%; }
  .layers.shown { display: flex; }
  .switch { min-height: 36px; }
  .switch input { width: 20px; height: 20px; }
  .with-panel .layers, .with-panel .timeline { display: none; }
  .timeline, .with-panel .timeline { display: none; left: 10px; right: 10px; bottom: 10px; max-width: none; height: auto; flex-wrap: wrap; justify-content: space-between; padding: 8px 10px; }
  .timeline.shown { display: flex; }
  .stage:has(.timeline.shown) .map .leaflet-bottom { bottom: 124px; }
  .stage:has(.timeline.shown) .furniture { bottom: 134px; }
  .track { order: -1; flex-basis: 100%; }
  .track input { height: 26px; }
  .years { top: 27px; }
  .track { height: 46px; }
  .with-panel .map .leaflet-bottom.leaflet-right { right: 0; }
  .with-panel .map .leaflet-bottom, .with-panel .furniture { display: none; }
  .furniture { left: 142px; }
  .furniture::after { display: none; }
  .zoom-buttons button { width: 42px; height: 42px; }
  .north { width: 42px; }
  .banner, .with-panel .banner { left: 10px; right: 10px; top: 10px; justify-content: space-between; transform: none; font-size: 14px; padding-left: 12px; }
  .hint { left: 10px; right: 10px; top: 10px; max-width: none; transform: none; flex-wrap: wrap; padding: 10px 12px; }
  .hint p { flex-basis: 100%; }
  .notice { left: 10px; right: 10px; bottom: 12px; max-width: none; transform: none; flex-wrap: wrap; }

  .panel { top: auto; left: 0; right: 0; bottom: calc(var(--foot) + env(safe-area-inset-bottom)); width: auto; height: 52vh; border-left: 0; border-top: 1px solid var(--line); border-radius: 14px 14px 0 0; box-shadow: 0 -6px 24px rgb(38 44 40 / 14%); }
  .panel.tall { height: calc(100vh - var(--bar) - var(--foot)); border-radius: 0; }
  .panel-head { position: relative; padding: 14px 8px 8px 16px; }
  .panel-head::before { content: ""; position: absolute; left: 50%; top: 6px; width: 40px; height: 4px; margin-left: -20px; border-radius: 2px; background: #c9c8bd; }
  .panel-head .size { display: inline-flex; }
  .panel-head .size[aria-expanded="true"] .icon { transform: rotate(180deg); }
  .panel-head h2 { font-size: 19px; }
  .panel-head .quiet { min-width: 42px; min-height: 42px; }
  .panel-body { padding: 12px 16px 24px; }
  button, .button, select, input[type="search"], input[type="date"] { min-height: 40px; }
  .cite { min-height: 30px; }
  .zoom-buttons button { min-height: 42px; }
  .dialog { padding: 16px; }
  .dialog textarea, .dialog input[type="text"], .filters input, .filters select { font-size: 16px; }
}

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { transition: none !important; animation-duration: 2.4s !important; scroll-behavior: auto !important; }
}

@media (forced-colors: active) {
  .swatch, .sample, .needle { forced-color-adjust: none; }
}

/* On paper only the panel */

@media print {
  @page { size: A4; margin: 18mm 16mm; }
  html, body { height: auto; overflow: visible; background: #fff; font-size: 10.5pt; }
  .bar, .stage, .panel-head button, .only-screen, .downloads { display: none !important; }
  .panel { position: static; display: block; width: auto; border: 0; box-shadow: none; }
  .panel-head, .panel-body { padding-left: 0; padding-right: 0; overflow: visible; }
  .citation, .finding, .table, .answers > li, .history > li { break-inside: avoid; }
  .cite, .cite[aria-expanded="true"] { min-height: 0; padding: 0; border: 0; background: none; }
  .part:has(.downloads) { display: none; }
  .badge, .swatch, .caution, .mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}

"""##
}
