// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let findingsJs = ##"""
// The conflicts: one finding as a row, and the view that lists them by rule and filters list and map.

import { announce, area, colon, el, number, reason, schematicBadge, semicolon, share, term } from "./notation.js";
import { citation, inParts } from "./panel.js";
import { address, ask, asOf } from "./service.js";
import { pick, say } from "./words.js";

const GRAVITY = ["error", "warning", "info"];

/** What a family of rules is called. */
const familyName = (family) => term("family", family);

/** A mark of how grave something is: a shape and a word, never colour alone. */
export function severityBadge(severity) {
  return el("span", { class: `badge severity ${severity}` }, term("severity", severity));
}

/** One finding: its sentence; opened, what to do and the documents it rests on. */
export function findingRow(go, finding, { withRule = true } = {}) {
  const parcel = finding.subjects?.find((subject) => subject.kind === "parcel");
  const more = el("div", { class: "finding-more", hidden: true });
  const row = el("li", { class: `finding ${finding.severity}${finding.accepted ? " accepted" : ""}` });
  const button = el("button", {
    type: "button", class: "finding-head", "aria-expanded": "false",
    onclick: () => {
      const open = more.hidden;
      more.hidden = !open;
      button.setAttribute("aria-expanded", open);
      if (open && !more.childElementCount) more.append(...details(go, finding, parcel));
      if (open) go.finding(finding).then((shape) => { if (!shape) more.append(el("p", { class: "soft" }, say("no_finding_shape"))); }, () => {});
    },
  },
  el("span", { class: "finding-top" }, severityBadge(finding.severity), withRule ? el("span", {}, pick(finding.title)) : el("strong", {}, subjectName(finding)),
    finding.schematic ? schematicBadge() : null, finding.accepted ? el("span", { class: "badge" }, say("accepted")) : null),
  el("span", { class: "finding-text" }, pick(finding.message)));
  row.append(button, more);
  return row;
}

const subjectName = (finding) => finding.subjects?.map((subject) => subject.label).filter(Boolean).join(semicolon()) || pick(finding.title);

function details(go, finding, parcel) {
  return [
    finding.area_m2 ? el("p", { class: "soft" }, [area(finding.area_m2), finding.share_percent !== undefined ? say("of_parcel", share(finding.share_percent)) : null].filter(Boolean).join(" · ")) : null,
    pick(finding.advice) ? el("p", {}, el("strong", {}, say("advice")), colon(), pick(finding.advice)) : null,
    el("ul", { class: "citations" }, (finding.sources ?? []).map((source) => citation(source))),
    parcel && go.current() !== parcel.label ? el("button", { type: "button", class: "link", onclick: () => go.parcel(parcel.label, { plan: parcel.group, above: true }) }, say("open_parcel", parcel.label)) : null,
  ].filter(Boolean);
}

/** The view of all conflicts. It asks once, and again where the day has changed. */
export function findingsView(go) {
  const filter = { text: "", rule: "", family: "", severity: "" };
  let answer = null;
  let fault = null;
  let texts = null;
  let stopping = new AbortController();
  let asked;
  const list = el("div", { class: "groups" });
  const summary = el("p", { class: "soft", role: "status" });

  const load = async () => {
    stopping.abort();
    stopping = new AbortController();
    asked = asOf();
    answer = fault = null;
    try {
      answer = await ask(address("check", { f: "json", scope: "all" }), { signal: stopping.signal });
      texts = new Map(answer.findings.map((finding) => [finding.id, searchable(finding)]));
    } catch (error) {
      if (error.name === "AbortError") return;
      fault = error;
    }
    if (go.panel.view === view) go.panel.write();
  };

  const matches = () => (answer?.findings ?? []).filter((finding) => (!filter.rule || finding.code === filter.rule)
    && (!filter.family || finding.family === filter.family) && (!filter.severity || finding.severity === filter.severity)
    && (!filter.text || texts.get(finding.id).includes(filter.text.toLowerCase())));

  const fill = () => {
    const found = matches();
    const whole = found.length === answer.findings.length;
    summary.textContent = say("findings_shown", number(found.length), number(answer.findings.length));
    list.replaceChildren(...groups(go, found), found.length ? "" : el("p", { class: "empty" }, say("findings_none")));
    const ids = whole ? null : new Set(found.map((finding) => finding.id));
    go.filterFindings(ids && ((props) => ids.has(props.finding)));
    announce(summary.textContent);
  };

  const view = {
    key: "view=conflicts",
    kind: () => answer ? say("findings_summary", number(answer.counts?.parcels), number(answer.counts?.documents), number(answer.findings.length)) : " ",
    title: () => say("findings"),
    enter: () => { go.showFindings(true); if (asked !== asOf()) load(); else if (answer) fill(); },
    leave: () => { stopping.abort(); go.showFindings(false); go.filterFindings(null); },
    moved: () => { load(); go.panel.write(); },
    body: () => {
      if (fault) return el("p", { class: "caution" }, fault.gone ? say("server_gone_long") : fault.message, " ", el("button", { type: "button", onclick: () => { load(); go.panel.write(); } }, say("retry")));
      if (!answer) return el("p", { class: "waiting" }, el("span", { class: "spinner", "aria-hidden": "true" }), say("findings_asking"));
      const form = filters(answer, filter, fill);
      fill();
      return [form, summary, list, notChecked(answer.rules)];
    },
  };
  load();
  go.showFindings(true);
  return view;
}

const searchable = (finding) => [pick(finding.title), finding.code, finding.message?.zh, finding.message?.en, subjectName(finding),
  ...(finding.sources ?? []).flatMap((source) => [source.number, source.title])].filter(Boolean).join("\n").toLowerCase();

/** The filters: text, severity, family, rule. */
function filters(answer, filter, changed) {
  const rules = answer.rules.filter((rule) => rule.findings > 0);
  const families = [...new Set(rules.map((rule) => rule.family))];
  let timer = 0;
  const text = el("input", { type: "search", "aria-label": say("filter_text"), placeholder: say("filter_text"), value: filter.text,
    oninput: () => { clearTimeout(timer); timer = setTimeout(() => { filter.text = text.value.trim(); changed(); }, 150); } });
  const choice = (key, label, all, options) => {
    const select = el("select", { "aria-label": label, onchange: () => { filter[key] = select.value; changed(); } },
      el("option", { value: "" }, all), options.map(([id, name]) => el("option", { value: id, selected: filter[key] === id }, name)));
    return select;
  };
  const levels = el("div", { class: "levels", role: "group", "aria-label": say("filter_severity") }, GRAVITY.map((severity) => {
    const count = answer.findings.filter((finding) => finding.severity === severity).length;
    const button = el("button", { type: "button", class: `level ${severity}`, "aria-pressed": filter.severity === severity, onclick: () => {
      filter.severity = filter.severity === severity ? "" : severity;
      for (const other of levels.children) other.setAttribute("aria-pressed", other === button && filter.severity === severity);
      changed();
    } }, el("strong", {}, number(count)), term("severity", severity));
    return button;
  }));
  return el("div", { class: "filters" }, levels, text,
    choice("family", say("filter_family"), say("all_families"), families.map((family) => [family, familyName(family)])),
    choice("rule", say("filter_rule"), say("all_rules"), rules.map((rule) => [rule.code, pick(rule.title)])));
}

/** The findings by rule, the gravest first; the rows of a rule are made when it is opened. */
function groups(go, found) {
  const byRule = new Map();
  for (const finding of found) {
    if (!byRule.has(finding.code)) byRule.set(finding.code, []);
    byRule.get(finding.code).push(finding);
  }
  const level = (list) => Math.min(...GRAVITY.map((severity, index) => (list.some((finding) => finding.severity === severity) ? index : 9)));
  const sorted = [...byRule.values()].sort((a, b) => level(a) - level(b) || b.length - a.length);
  return sorted.map((list) => {
    const counts = GRAVITY.map((severity) => [severity, list.filter((finding) => finding.severity === severity).length]).filter(([, count]) => count);
    const box = el("details", { class: "group" }, el("summary", {}, el("span", { class: "group-name" }, pick(list[0].title),
      el("span", { class: "group-family" }, familyName(list[0].family))),
      counts.map(([severity, count]) => el("span", { class: `count ${severity}`, title: term("severity", severity) }, el("span", { class: "unseen" }, term("severity", severity)), number(count)))));
    const fill = () => { if (box.open && box.childElementCount === 1) box.append(inParts(list, (finding) => findingRow(go, finding, { withRule: false }), { size: 50, list: el("ul", { class: "findings" }) })); };
    box.addEventListener("toggle", fill);
    if (found.length <= 12 || sorted.length === 1) { box.open = true; fill(); }
    return box;
  });
}

/** The rules that could not be asked, wholly or in part, and why. */
function notChecked(rules) {
  const row = (rule) => el("li", {}, el("span", {}, pick(rule.title)), el("span", { class: "soft" },
    Object.entries(rule.not_checked ?? {}).map(([key, count]) => `${reason(key)} (${say("times", number(count))})`).join(semicolon()) || reason("nothing_to_check")));
  const wholly = rules.filter((rule) => rule.verdict === "not_checked");
  const partly = rules.filter((rule) => rule.verdict !== "not_checked" && Object.keys(rule.not_checked ?? {}).length);
  return el("section", { class: "part" }, el("h3", {}, say("not_checked_rules")), el("p", { class: "soft" }, say("not_checked_note")),
    wholly.length ? el("ul", { class: "skipped" }, wholly.map(row)) : null,
    partly.length ? el("details", {}, el("summary", {}, `${say("partly_checked")} (${partly.length})`), el("ul", { class: "skipped" }, partly.map(row))) : null);
}

"""##
}
