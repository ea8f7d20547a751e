// The views of the panel that show a record: a parcel, a document, a hazard site.

import { area, colon, el, fact, icon, interval, indicatorOrder, length, number, propertyName, propertyValue, reason, schematicBadge, section, semicolon, swatch, term, useSymbol } from "./notation.js";
import { citation, downloads, facts, indicatorTable, inParts, layerAnswers, lines, parcelRow } from "./panel.js";
import { asOf, link } from "./service.js";
import { findingRow } from "./findings.js";
import { pick, say } from "./words.js";

/** The view of a parcel. `check` is a promise of the conflicts of this parcel. */
export function parcelView(go, parcel, answer, check) {
  let conflicts = null;
  const place = el("div", { class: "conflicts" });
  const view = {
    key: `parcel=${parcel.parcel_id || parcel.name}&plan=${parcel.plan ?? ""}`,
    parcel,
    kind: () => [say("kind_parcel"), parcel.county].filter(Boolean).join(" · "),
    title: () => parcel.parcel_id || parcel.name || "",
    body: () => {
      fillConflicts(go, place, conflicts);
      return [
        head(parcel), usePart(parcel), indicators(parcel), areas(parcel), approvals(parcel), ...acts(parcel), notInForce(parcel.proposals),
        section(say("conflicts"), place), layersPart(parcel), neighbours(go, parcel), lineage(go, parcel), history(parcel), extras(parcel),
        downloads(parcel.parcel_id || parcel.name, (f) => link("lookup", { q: parcel.parcel_id || parcel.name, f })),
        el("div", { class: "row only-screen" }, el("button", { type: "button", onclick: () => window.print() }, icon("print"), say("print_panel"))),
        el("p", { class: "soft foot" }, say("as_known", answer.as_of, (answer.known_at ?? "").replace("T", " ").slice(0, 16))),
      ];
    },
  };
  check.then((found) => { conflicts = found; }, (error) => { conflicts = error; })
    .then(() => fillConflicts(go, place, conflicts));
  return view;
}

/** What stands first: status, whether the boundary is schematic or missing, plan and place. */
function head(parcel) {
  const { boundary } = parcel;
  return el("div", { class: "lead" },
    el("p", { class: "badges" }, el("span", { class: `badge status ${parcel.status}` }, term("status", parcel.status)),
      boundary?.schematic ? schematicBadge() : null,
      boundary ? null : el("span", { class: "badge warning" }, say("no_shape"))),
    boundary?.schematic ? el("p", { class: "caution" }, say("schematic_long")) : null,
    boundary ? null : el("p", { class: "caution" }, say("no_shape_long")),
    facts(fact(say("name"), parcel.name), fact(say("aliases"), (parcel.aliases ?? []).join(semicolon())), fact(say("plan"), parcel.plan), fact(say("location"), parcel.location),
      fact(say("keeps_current_use"), parcel.keeps_current_use ? say("yes") : "")));
}

function usePart(parcel) {
  const list = parcel.land_use ?? [];
  if (!list.length) return section(say("land_use"), el("p", { class: "empty" }, say("land_use_none")));
  return section(say("land_use"), el("ul", { class: "uses" }, list.map((use, index) => el("li", {},
    index === 0 ? swatch(useSymbol(list)) : el("span", { class: "swatch none" }), use.code ? el("code", {}, use.code) : null,
    el("span", {}, use.name ?? ""), use.code_inferred ? el("span", { class: "soft" }, say("land_use_inferred")) : null))));
}

function indicators(parcel) {
  return section(say("indicators"), indicatorTable(parcel.indicators));
}

/** The areas as stated and as measured, in all three units. */
function areas(parcel) {
  const { boundary } = parcel;
  const row = (name, metres, about, note) => {
    if (metres === null || metres === undefined) return null;
    const mark = about ? say("about") : "";
    return el("tr", {}, el("th", { scope: "row" }, name, note ? el("small", {}, note) : null),
      el("td", { class: "figure" }, mark, number(metres, metres < 1000 ? 1 : 0)),
      el("td", { class: "figure" }, mark, number(metres / 10000, 4)), el("td", { class: "figure" }, mark, number(metres * 0.0015, 2)));
  };
  const rows = [
    row(say("area_stated"), parcel.area_m2, parcel.area_approximate, parcel.area_text),
    boundary ? row(say("area_measured"), boundary.area_m2, boundary.schematic, boundary.crs) : null,
  ].filter(Boolean);
  if (!rows.length) return section(say("area"), el("p", { class: "empty" }, say("area_none")));
  const boundaryLine = boundary ? el("p", { class: "soft boundary-line" }, `${say("boundary")}${colon()}${[term("quality", boundary.quality), boundary.date].filter(Boolean).join(" · ")} `,
    lines({ file: boundary.file, line_start: boundary.line, line_end: boundary.line })) : null;
  return section(say("area"), el("table", { class: "table areas" },
    el("thead", {}, el("tr", {}, el("td", {}), ["square_metres", "hectares", "mu"].map((unit) => el("th", { scope: "col", class: "figure" }, say(unit))))),
    el("tbody", {}, rows)), boundaryLine);
}

function approvals(parcel) {
  const list = parcel.documents ?? [];
  return section(say("approvals"), list.length
    ? el("ul", { class: "citations" }, list.map((source) => citation(source, el("span", { class: "badge kind" }, term("document", source.kind)))))
    : el("p", { class: "empty" }, say("approvals_none")));
}

/** The acts on a parcel; those of a document that was revoked are struck through. */
function acts(parcel) {
  const ended = (parcel.ended ?? []).filter((one) => one.stage);
  const list = [...(parcel.transactions ?? []), ...ended].sort((a, b) => (a.date ?? "").localeCompare(b.date ?? ""));
  const rest = (parcel.ended ?? []).filter((one) => !one.stage);
  return [
    section(say("acts"), list.length ? el("ul", { class: "citations" }, list.map((act) => actRow(act))) : el("p", { class: "empty" }, say("acts_none"))),
    rest.length ? section(say("ended_facts"), el("ul", { class: "citations" }, rest.map((one) => apartRow(one)))) : null,
  ];
}

/** An act with its stage and all that it states. */
function actRow(act, source = act) {
  const badges = [el("span", { class: "badge act" }, term("act", act.kind)), act.stage && act.stage !== "approved" ? el("span", { class: `badge stage ${act.stage}` }, term("stage", act.stage)) : null];
  const row = citation(source, badges);
  const money = (value) => `${number(value / 10000, 4)} ${say("ten_thousand_yuan")}`;
  const prices = (act.prices ?? []).filter((price) => price.amount_cny !== act.amount_cny).map((price) => `${term("price", price.kind)} ${money(price.amount_cny)}`);
  const conditions = Object.keys(act.indicators ?? {}).sort((a, b) => indicatorOrder(a) - indicatorOrder(b)).map((key) => `${propertyName(key)} ${interval(act.indicators[key], key)}`);
  const parts = [
    [act.area_m2 !== undefined ? area(act.area_m2, { about: act.area_approximate }) : null, act.land_use_name, act.party,
      act.amount_cny !== undefined ? money(act.amount_cny) : null, act.request_number ? say("request", act.request_number) : null],
    [...prices, ...(act.terms ?? []).map((one) => say("term_years", one.land_use_name ?? "", number(one.years, 2)))],
    conditions,
    Object.entries(act.dates ?? {}).map(([day, date]) => `${term("day", day)} ${date}`),
    [...(act.aliases ?? []), act.contract_number ? say("contract", act.contract_number) : null, act.supervision_number ? say("supervision", act.supervision_number) : null],
    act.conditions ?? [],
  ].map((part) => part.filter(Boolean).join(" · ")).filter(Boolean);
  for (const part of parts) row.append(el("p", { class: "soft" }, part));
  if (act.ended) strike(row, act.ended);
  return row;
}

/** Strikes a row through, and says by what it was ended. */
function strike(row, ended) {
  row.classList.add("ended");
  row.append(el("p", { class: "caution ended-by" }, [ended.date, term("ending", ended.manner), ended.manner === "lapsed" ? null : ended.document ?? ended.title].filter(Boolean).join(" ")));
}

/** What a document says of a parcel without putting it in force, or no longer. */
function apartRow(one) {
  if (one.stage) return actRow(one);
  const row = citation({ ...one, number: one.document, title: one.document_title }, one.force && one.force !== "decides" ? el("span", { class: "badge kind" }, term("force", one.force)) : null);
  const more = [(one.land_use ?? []).map((use) => [use.code, use.name].filter(Boolean).join(" ")).join(" / "), one.area_m2 !== undefined ? area(one.area_m2, { about: one.area_approximate }) : null,
    ...Object.keys(one.indicators ?? {}).map((key) => `${propertyName(key)} ${interval(one.indicators[key], key)}`)].filter(Boolean);
  if (more.length) row.append(el("p", { class: "soft" }, more.join(" · ")));
  if (one.ended) strike(row, one.ended);
  return row;
}

/** What is proposed, asked for or refused: never in force. */
function notInForce(list) {
  if (!list?.length) return null;
  return section(say("proposals"), el("p", { class: "caution" }, say("proposals_long")), el("ul", { class: "citations" }, list.map((one) => {
    const row = apartRow(one);
    if (one.stage) row.append(el("p", { class: "soft" }, term("force", one.force)));
    return row;
  })));
}

function layersPart(parcel) {
  return section(say("in_layers"), parcel.layers ? layerAnswers(parcel.layers) : el("p", { class: "caution" }, say("answer_not_checked"), colon(), say("layers_need_shape")));
}

function neighbours(go, parcel) {
  if (!parcel.boundary) return null;
  const list = parcel.neighbours ?? [];
  return section(say("neighbours"), list.length
    ? el("ul", { class: "entries" }, list.map((other) => {
      const row = parcelRow(go, { ...other, boundary: other.boundary ?? {} });
      const edge = other.relation?.length_m;
      if (edge) row.querySelector(".entry-main").append(el("span", { class: "entry-more" }, say("shared_edge", length(edge))));
      return row;
    }))
    : el("p", { class: "empty" }, say("neighbours_none")),
  parcel.parcel_check?.without_boundary ? el("p", { class: "soft" }, say("may_be_anywhere", parcel.parcel_check.without_boundary)) : null);
}

function lineage(go, parcel) {
  const rows = Object.entries(parcel.lineage ?? {}).filter(([, numbers]) => numbers?.length);
  if (!rows.length) return null;
  return section(say("lineage"), facts(rows.flatMap(([key, numbers]) => fact(propertyName(key), [numbers].flat().map((id) =>
    el("button", { type: "button", class: "link", onclick: () => go.parcel(id, { above: true }) }, id))))));
}

/** What changed, document by document: old → new. */
function history(parcel) {
  const list = parcel.history ?? [];
  if (!list.length) return section(say("parcel_history"), el("p", { class: "empty" }, say("parcel_history_none")));
  const steps = [];
  for (const change of [...list].reverse()) {
    const last = steps.at(-1);
    if (last && last[0].date === change.date && last[0].document === change.document) last.push(change);
    else steps.push([change]);
  }
  return section(say("parcel_history"), el("ol", { class: "history" }, steps.map((changes) => {
    const [first] = changes;
    return el("li", {},
      el("div", { class: "citation-head" }, el("time", {}, first.date), first.document ? el("strong", {}, first.document) : null, lines(first)),
      el("dl", { class: "changes" }, changes.reverse().flatMap((change) => [
        el("dt", {}, propertyName(change.property)),
        el("dd", {}, change.old !== undefined && change.old !== null ? [el("del", {}, propertyValue(change.property, change.old)), el("span", { class: "arrow", "aria-hidden": "true" }, " → ")] : null,
          el("ins", {}, propertyValue(change.property, change.new))),
      ])));
  })));
}

function extras(parcel) {
  const rows = Object.entries(parcel.extras ?? {});
  if (!rows.length) return null;
  return section(say("extras"), facts(rows.flatMap(([key, text]) => fact(key, String(text)))));
}

/** Fills in the conflicts once they are known; a promise that failed is said. */
function fillConflicts(go, place, answer) {
  if (!answer) { place.replaceChildren(el("p", { class: "soft" }, say("busy"))); return; }
  if (answer instanceof Error) { place.replaceChildren(el("p", { class: "caution" }, say("answer_not_checked"), colon(), answer.message)); return; }
  const { findings = [], rules = [] } = answer;
  const skipped = rules.filter((rule) => rule.verdict === "not_checked");
  place.replaceChildren(
    findings.length ? inParts(findings, (finding) => findingRow(go, finding), { size: 20, list: el("ul", { class: "findings" }) }) : el("p", { class: "empty checked" }, say("conflicts_none")),
    skipped.length ? el("details", {}, el("summary", {}, `${say("conflicts_not_checked")} (${skipped.length})`),
      el("ul", { class: "skipped" }, skipped.map((rule) => el("li", {}, el("span", {}, pick(rule.title)), el("span", { class: "soft" }, Object.keys(rule.not_checked ?? {}).map(reason).join(semicolon())))))) : "");
}

/** The view of a document: what it is, and the parcels, acts and totals it speaks of. */
export function documentView(go, source, answer) {
  const parcels = answer.parcels ?? [];
  const rows = [answer, ...parcels].flatMap((one) => one.transactions ?? []).filter((act) => act.document === source.number);
  return {
    key: `document=${source.number}`,
    kind: () => `${say("kind_document")} · ${term("document", source.kind)}`,
    title: () => source.number || source.title,
    body: () => [
      el("p", { class: `lead strong${source.ended ? " ended" : ""}` }, source.title),
      el("p", { class: "badges" }, el("span", { class: `badge force${source.in_force === false ? " warning" : ""}` }, term("force", source.force ?? "decides")), source.in_force === false ? el("span", { class: "badge warning" }, say("not_in_force")) : null),
      source.ended ? el("p", { class: "caution" }, [source.ended.date, term("ending", source.ended.manner), source.ended.manner === "lapsed" ? null : source.ended.document ?? source.ended.title].filter(Boolean).join(" ")) : null,
      facts(fact(say("revokes"), (source.revokes ?? []).join(semicolon())), fact(say("in_force_until"), source.ended ? "" : source.in_force_until), fact(say("date"), source.date), fact(say("issuer"), source.issuer), fact(say("addressee"), source.addressee), fact(say("county"), source.county)),
      el("div", { class: "lead" }, lines(source)),
      parcels.length ? section(say("parcels_of", number(parcels.length)), inParts(parcels, (parcel) => parcelRow(go, parcel))) : null,
      rows.length ? section(say("acts"), el("ul", { class: "citations" }, rows.map((act) => actRow(act, { ...act, document: act.parcel_id ?? act.name })))) : null,
      notInForce(answer.proposals),
      answer.ended?.length ? section(say("ended_facts"), el("ul", { class: "citations" }, answer.ended.map((one) => apartRow({ ...one, document: one.parcel_id ?? one.name })))) : null,
      answer.totals?.length ? section(say("document_totals"), el("table", { class: "table" }, el("tbody", {}, answer.totals.map((total) => el("tr", {},
        el("th", { scope: "row" }, total.land_use_name ?? total.name ?? total.plan ?? ""), el("td", { class: "figure" }, area(total.area_m2, { about: total.area_approximate })),
        el("td", {}, lines(total))))))) : null,
      downloads(source.number, (f) => link("lookup", { q: source.number, f })),
    ],
  };
}

/** The view of a hazard site, which documents name without coordinates. */
export function siteView(site) {
  const keys = ["location", "hazard_type", "exposed", "people", "property_cny", "field_number", "township", "village", "responsible_township", "responsible_department"];
  return {
    key: `site=${site.field_number ?? site.name}`,
    kind: () => say("kind_site"),
    title: () => site.name,
    body: () => [
      el("p", { class: "caution lead" }, say("no_coordinates")),
      facts(keys.flatMap((key) => fact(say(key), site[key] === undefined ? "" : typeof site[key] === "number" ? number(site[key]) : site[key]))),
      section(say("approvals"), el("ul", { class: "citations" }, citation({ ...site, number: site.document, title: site.document_title }))),
    ],
  };
}

/** The view where the register knows no parcel of the number, today or on the day that is shown. */
export function absentView(id, again) {
  return {
    key: `parcel=${id}`,
    kind: () => say("kind_parcel"),
    title: () => id,
    moved: again,
    body: () => el("p", { class: "caution" }, asOf() ? say("absent_then", asOf(), id) : say("found_none", id)),
  };
}
