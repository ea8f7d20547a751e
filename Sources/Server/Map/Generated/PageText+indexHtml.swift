// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let indexHtml = ##"""
    <!DOCTYPE html>
    <!-- The map page: search, map, panel. Words come from words.js; nothing here is inline script or style. -->
    <html lang="zh-CN">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
      <meta name="theme-color" content="#0f4f55">
      <title>鱼鳞</title>
      <link rel="icon" type="image/svg+xml" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230f4f55'/%3E%3Cg fill='none' stroke='%23f6f4ec' stroke-width='2'%3E%3Cpath d='M4 9a6 6 0 0 0 12 0a6 6 0 0 0 12 0M-2 17a6 6 0 0 0 12 0a6 6 0 0 0 12 0a6 6 0 0 0 12 0M4 25a6 6 0 0 0 12 0a6 6 0 0 0 12 0'/%3E%3C/g%3E%3C/svg%3E">
      <link rel="stylesheet" href="leaflet/leaflet.css">
      <link rel="stylesheet" href="assets/map.css">
      <script src="leaflet/leaflet.js" defer></script>
      <script src="assets/app.js" type="module"></script>
    </head>
    <body>
      <svg class="symbols" width="0" height="0" aria-hidden="true" focusable="false">
        <symbol id="i-search" viewBox="0 0 24 24"><circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 21 21"/></symbol>
        <symbol id="i-close" viewBox="0 0 24 24"><path d="M5 5l14 14M19 5 5 19"/></symbol>
        <symbol id="i-back" viewBox="0 0 24 24"><path d="M15 4l-8 8 8 8"/></symbol>
        <symbol id="i-next" viewBox="0 0 24 24"><path d="M9 4l8 8-8 8"/></symbol>
        <symbol id="i-layers" viewBox="0 0 24 24"><path d="M12 3 3 8l9 5 9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5"/></symbol>
        <symbol id="i-clock" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l4 2.5"/></symbol>
        <symbol id="i-draw" viewBox="0 0 24 24"><path d="M5 18 7 6l11 2 1 9z"/><path d="M3.5 18a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M5.5 6a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M16.5 8a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M17.5 17a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0"/></symbol>
        <symbol id="i-box" viewBox="0 0 24 24"><path d="M4 6h16v12H4z"/></symbol>
        <symbol id="i-paste" viewBox="0 0 24 24"><path d="M6 5h12v16H6zM9 3h6v4H9zM9 11h6M9 15h6"/></symbol>
        <symbol id="i-flag" viewBox="0 0 24 24"><path d="M12 3.5 22 20.500H2zM12 10v5M12 17.2v.6"/></symbol>
        <symbol id="i-more" viewBox="0 0 24 24"><path d="M5 12h.01M12 12h.01M19 12h.01"/></symbol>
        <symbol id="i-home" viewBox="0 0 24 24"><path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/></symbol>
        <symbol id="i-parcel" viewBox="0 0 24 24"><path d="M4 7 14 4l6 8-5 8-9-2z"/></symbol>
        <symbol id="i-document" viewBox="0 0 24 24"><path d="M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7"/></symbol>
        <symbol id="i-act" viewBox="0 0 24 24"><path d="M5 20h14M8 20v-4h8v4M9.5 16 9 9.500a3.5 3.5 0 1 1 6 0L14.5 16"/></symbol>
        <symbol id="i-point" viewBox="0 0 24 24"><path d="M12 21s-7-6.5-7-11.500a7 7 0 0 1 14 0C19 14.5 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.3"/></symbol>
        <symbol id="i-save" viewBox="0 0 24 24"><path d="M12 4v11M7 10.500l5 5 5-5M4 20h16"/></symbol>
        <symbol id="i-print" viewBox="0 0 24 24"><path d="M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z"/></symbol>
        <symbol id="i-sheet" viewBox="0 0 24 24"><path d="M5 15l7-7 7 7"/></symbol>
      </svg>

      <header class="bar">
        <a class="brand" href="./" data-title="brand_hint">
          <svg class="scales" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M4 8a6 6 0 0 0 12 0a6 6 0 0 0 12 0M-2 16a6 6 0 0 0 12 0a6 6 0 0 0 12 0a6 6 0 0 0 12 0M4 24a6 6 0 0 0 12 0a6 6 0 0 0 12 0"/></svg>
          <h1><span data-word="yulin">鱼鳞</span> <span id="county" class="county"></span></h1>
        </a>
        <form id="search-form" class="search" role="search" autocomplete="off">
          <svg class="icon" aria-hidden="true"><use href="#i-search"/></svg>
          <input id="search" type="text" role="combobox" aria-expanded="false" aria-controls="results"
            aria-autocomplete="list" spellcheck="false" enterkeyhint="search" data-placeholder="search_hint" data-label="search">
          <kbd aria-hidden="true">/</kbd>
          <button id="search-clear" type="button" class="quiet" data-label="clear" hidden><svg class="icon" aria-hidden="true"><use href="#i-close"/></svg></button>
          <div id="results" class="results" role="listbox" data-label="results" hidden></div>
        </form>
        <nav class="tools" data-label="tools">
          <button id="do-layers" type="button" class="tool" aria-expanded="false" aria-controls="layers"><svg class="icon" aria-hidden="true"><use href="#i-layers"/></svg><span data-word="layers"></span></button>
          <button id="do-timeline" type="button" class="tool" aria-expanded="false" aria-controls="timeline"><svg class="icon" aria-hidden="true"><use href="#i-clock"/></svg><span data-word="history"></span></button>
          <button id="do-shape" type="button" class="tool"><svg class="icon" aria-hidden="true"><use href="#i-draw"/></svg><span data-word="shape_tool"></span></button>
          <button id="do-findings" type="button" class="tool"><svg class="icon" aria-hidden="true"><use href="#i-flag"/></svg><span data-word="findings"></span></button>
        </nav>
        <div class="corner">
          <button id="do-language" type="button" class="language"></button>
          <details id="menu" class="menu">
            <summary data-label="menu"><svg class="icon" aria-hidden="true"><use href="#i-more"/></svg></summary>
            <ul>
              <li><a href="collections?f=html" data-word="link_data"></a></li>
              <li><a href="api?f=html" data-word="link_api"></a></li>
              <li><button id="do-help" type="button" data-word="link_help"></button></li>
            </ul>
          </details>
        </div>
      </header>

      <main id="stage" class="stage">
        <div id="map" class="map" role="application" tabindex="0" data-label="map_label" aria-describedby="map-help"></div>
        <p id="map-help" class="unseen" data-word="map_help"></p>
        <div id="banner" class="banner" role="status" hidden><span id="banner-text"></span><button id="banner-today" type="button" data-word="back_to_today"></button></div>
        <div id="hint" class="hint" role="group" data-label="drawing" hidden>
          <p id="hint-text" aria-live="polite"></p>
          <button id="hint-undo" type="button" data-word="undo"></button>
          <button id="hint-finish" type="button" class="main" data-word="finish"></button>
          <button id="hint-cancel" type="button" data-word="cancel"></button>
        </div>
        <section id="layers" class="card layers" data-label="layers_and_legend">
          <h2><button id="layers-fold" type="button" aria-expanded="true" aria-controls="layers-body"><span data-word="layers_and_legend"></span><svg class="icon" aria-hidden="true"><use href="#i-sheet"/></svg></button></h2>
          <div id="layers-body" class="layers-body"></div>
        </section>
        <section id="timeline" class="card timeline" data-label="history_slider">
          <button id="time-before" type="button" class="quiet" data-label="earlier"><svg class="icon" aria-hidden="true"><use href="#i-back"/></svg></button>
          <div class="track">
            <input id="time-range" type="range" min="0" step="1" data-label="history_slider">
            <div id="time-years" class="years" aria-hidden="true"></div>
          </div>
          <button id="time-after" type="button" class="quiet" data-label="later"><svg class="icon" aria-hidden="true"><use href="#i-next"/></svg></button>
          <label class="day"><span class="unseen" data-word="day"></span><input id="time-day" type="date"></label>
          <button id="time-today" type="button" data-word="today"></button>
        </section>
        <div id="furniture" class="furniture" aria-hidden="true" data-parcel=""></div>
        <div id="notice" class="notice" role="alert" hidden></div>
        <div id="busy" class="busy" role="status" hidden><span class="spinner" aria-hidden="true"></span><span data-word="busy"></span></div>
      </main>

      <aside id="panel" class="panel" aria-labelledby="panel-title" tabindex="-1" hidden>
        <header class="panel-head">
          <button id="panel-back" type="button" class="quiet" data-label="back" hidden><svg class="icon" aria-hidden="true"><use href="#i-back"/></svg></button>
          <div class="panel-name"><p id="panel-kind" class="kind"></p><h2 id="panel-title"></h2></div>
          <button id="panel-size" type="button" class="quiet size" data-label="panel_size" aria-expanded="false"><svg class="icon" aria-hidden="true"><use href="#i-sheet"/></svg></button>
          <button id="panel-close" type="button" class="quiet" data-label="close"><svg class="icon" aria-hidden="true"><use href="#i-close"/></svg></button>
        </header>
        <div id="panel-body" class="panel-body"></div>
      </aside>

      <dialog id="paste" class="dialog" aria-labelledby="paste-title">
        <form id="paste-form" method="dialog">
          <h2 id="paste-title" data-word="paste_title"></h2>
          <p class="soft" data-word="paste_help"></p>
          <div class="file">
            <input id="paste-file" class="unseen" type="file" accept=".txt,.json,.geojson,text/plain,application/geo+json">
            <label for="paste-file" class="button" data-word="open_file"></label>
            <span id="paste-name" class="soft"></span>
          </div>
          <label for="paste-text" data-word="or_paste"></label>
          <textarea id="paste-text" rows="9" spellcheck="false" data-placeholder="paste_example"></textarea>
          <label for="paste-crs" data-word="crs"></label>
          <input id="paste-crs" type="text" spellcheck="false" placeholder="EPSG:4525" aria-describedby="paste-crs-help">
          <p id="paste-crs-help" class="soft" data-word="crs_help"></p>
          <p id="paste-fault" class="fault" role="alert" hidden></p>
          <div class="row"><button type="button" id="paste-cancel" data-word="cancel"></button><button type="submit" class="main" data-word="ask_shape"></button></div>
        </form>
      </dialog>

      <dialog id="help" class="dialog" aria-labelledby="help-title">
        <h2 id="help-title" data-word="link_help"></h2>
        <dl id="help-keys" class="keys"></dl>
        <div class="row"><button type="button" id="help-close" class="main" data-word="close"></button></div>
      </dialog>

      <div id="live" class="unseen" role="status" aria-live="polite"></div>
      <noscript>本页需要 JavaScript。 This page needs JavaScript.</noscript>
    </body>
    </html>

    """##
}
