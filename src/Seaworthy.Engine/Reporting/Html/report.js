// What the page can do beyond being read: another colour scheme, filters and search, the ends of wires, commands to copy. Text of the audited repository is moved as nodes, never parsed.
"use strict";

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function colours() {
    const button = one("#theme");
    const root = document.documentElement;
    const prefers = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefers.matches);
    const tell = () => button.setAttribute("aria-pressed", isDark());
    // A page opened from a file may have no storage.
    const remembered = () => { try { return localStorage.getItem("seaworthy-theme"); } catch { return null; } };
    const remember = theme => { try { localStorage.setItem("seaworthy-theme", theme); } catch { /* forgotten, then */ } };
    if (["light", "dark"].includes(remembered())) {
        root.dataset.theme = remembered();
    }

    button.hidden = false;
    button.addEventListener("click", () => {
        root.dataset.theme = isDark() ? "light" : "dark";
        remember(root.dataset.theme);
        tell();
    });
    prefers.addEventListener("change", tell);
    tell();
}

// What is chosen of the findings, as it stands in the address: #findings?severity=critical,high&q=nginx
const keys = ["severity", "verdict", "area", "target", "q", "sort"];

function filters() {
    const form = one("#filter");
    if (!form) {
        return { show: () => {}, restore: () => {}, choose: () => {} };
    }

    const [search, area, target, sort, reset, unfold, more, shown, nothing] = ["#search", "#area", "#target", "#sort", "#reset", "#unfold", "#more", "#shown", "#nothing"].map(id => one(id));
    const chips = all(".chip", form);
    const groups = all(".group").map((element, index) => ({
        element,
        index,
        list: element.parentElement,
        findings: all(".finding", element).map(finding => ({ element: finding, targets: finding.dataset.targets.split(" "), text: null })),
        common: null,
        number: one(".times .number", element),
    }));
    const lists = [...new Set(groups.map(group => group.list))];
    const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
    const areas = [...area.options].map(option => option.value);
    form.hidden = false;

    // The text is gathered when somebody first searches.
    const gather = () => {
        for (const group of groups.filter(group => group.common === null)) {
            group.common = [one("h3", group.element), one(".why", group.element), one(".rule", group.element)].map(part => part.textContent).join(" ").toLowerCase();
            // The lines around the named one say nothing of the finding.
            group.findings.forEach(finding => { finding.text = all(":scope > :not(.ends), .at, .more, mark", finding.element).map(part => part.textContent).join(" ").toLowerCase(); });
        }
    };
    const pressed = key => chips.filter(chip => chip.dataset.key === key && chip.getAttribute("aria-pressed") === "true").map(chip => chip.dataset.value);
    const state = () => ({ severity: pressed("severity"), verdict: pressed("verdict"), area: area.value, target: target?.value ?? "", q: search.value.trim(), sort: sort.value });
    const isNarrow = chosen => chosen.severity.length + chosen.verdict.length > 0 || Boolean(chosen.area || chosen.target || chosen.q);

    // What is undecided has no severity yet: it is not among the critical ones unless somebody asks for it.
    const fits = (group, chosen) => {
        const { outcome, severity, area: of } = group.element.dataset;
        return (!chosen.severity.length || (chosen.severity.includes(severity) && (outcome !== "unknown" || chosen.verdict.includes("unknown"))))
            && (!chosen.verdict.length || chosen.verdict.includes(outcome))
            && (!chosen.area || chosen.area === of);
    };
    const order = {
        severity: () => 0,
        area: (a, b) => areas.indexOf(a.element.dataset.area) - areas.indexOf(b.element.dataset.area),
        file: (a, b) => (a.element.dataset.file < b.element.dataset.file ? -1 : a.element.dataset.file > b.element.dataset.file ? 1 : 0),
        effort: (a, b) => Number(a.element.dataset.effort || 9) - Number(b.element.dataset.effort || 9),
    };
    let sorted = "severity";
    const arrange = by => {
        if (by !== sorted) {
            sorted = by;
            const all = [...groups].sort((a, b) => order[by](a, b) || a.index - b.index);
            lists.forEach(list => list.append(...all.filter(group => group.list === list).map(group => group.element)));
        }
    };
    const apply = () => {
        const chosen = state();
        const words = chosen.q.toLowerCase().split(/\s+/).filter(Boolean);
        const number = target?.selectedOptions[0]?.dataset.number;
        let count = 0;
        if (words.length) {
            gather();
        }

        const left = new Map(lists.map(list => [list, 0]));
        for (const group of groups) {
            const isFit = fits(group, chosen);
            let kept = 0;
            for (const finding of group.findings) {
                const found = isFit
                    && (number === undefined || finding.targets.includes(number))
                    && words.every(word => group.common?.includes(word) || finding.text?.includes(word));
                finding.element.hidden = !found;
                kept += found;
            }

            group.element.hidden = kept === 0;
            if (group.number) {
                group.number.textContent = kept === group.findings.length ? kept : `${kept} of ${group.findings.length}`;
            }

            left.set(group.list, left.get(group.list) + kept);
            count += kept;
        }

        arrange(chosen.sort);
        left.forEach((kept, list) => { list.hidden = kept === 0; });
        nothing.hidden = count > 0;
        reset.hidden = !isNarrow(chosen);
        shown.textContent = count === total ? `${total} ${total === 1 ? "finding" : "findings"}` : `${count} of ${total} findings`;
        more.textContent = `Filters${isNarrow({ ...chosen, q: "" }) ? " (on)" : ""}`;
    };
    const address = () => {
        const chosen = state();
        const parts = keys
            .map(key => [key, [chosen[key]].flat().join(",")])
            .filter(([key, value]) => value && !(key === "sort" && value === "severity"))
            .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
        const name = parts.length ? `#findings?${parts.join("&")}` : location.hash.startsWith("#findings?") ? "#findings" : location.hash;
        if (name !== location.hash) {
            // A viewer that shows the page in a frame may forbid it.
            try { history.replaceState(null, "", name || "#"); } catch { /* the address stays */ }
        }
    };
    const changed = () => { apply(); address(); };
    const set = chosen => {
        search.value = chosen.q ?? "";
        for (const [select, value] of [[area, chosen.area], [target, chosen.target], [sort, chosen.sort]]) {
            if (select) {
                select.value = value ?? "";
                select.selectedIndex = Math.max(0, select.selectedIndex);
            }
        }

        chips.forEach(chip => chip.setAttribute("aria-pressed", (chosen[chip.dataset.key] ?? "").split(",").includes(chip.dataset.value)));
        apply();
    };
    const clear = () => { set({ sort: sort.value }); address(); };

    let due = 0;
    search.addEventListener("input", () => { clearTimeout(due); due = setTimeout(changed, 80); });
    [area, target, sort].forEach(select => select?.addEventListener("change", changed));
    chips.forEach(chip => chip.addEventListener("click", () => {
        chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") !== "true");
        changed();
    }));
    more.addEventListener("click", () => more.setAttribute("aria-expanded", form.classList.toggle("open")));
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", event => { event.preventDefault(); clear(); search.focus(); });
    one("#clear").addEventListener("click", () => { clear(); search.focus(); });
    unfold.addEventListener("click", () => {
        const open = unfold.dataset.open !== "true";
        groups.forEach(group => { group.element.open = open; });
        unfold.dataset.open = open;
        unfold.textContent = open ? "Close all" : "Open all";
    });
    document.addEventListener("keydown", event => {
        const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            search.focus();
        } else if (event.key === "Escape" && document.activeElement === search) {
            event.preventDefault();
            if (search.value) {
                search.value = "";
                changed();
            } else {
                search.blur();
            }
        }
    });
    // It covers what lies below it: links stop beneath.
    const measure = () => document.documentElement.style.setProperty("--stuck", `${form.offsetHeight + 8}px`);
    new ResizeObserver(measure).observe(form);
    measure();
    return {
        // What a link leads to must be there to be seen.
        show: element => { if (element.closest("[hidden]")) { clear(); } },
        restore: query => set(Object.fromEntries(new URLSearchParams(query))),
        choose: (key, value) => { set({ [key]: value, sort: sort.value }); address(); },
    };
}

function links(filter) {
    const follow = () => {
        const [hash, query] = location.hash.slice(1).split("?");
        let name = "";
        try { name = decodeURIComponent(hash); } catch { return; }
        const target = name && document.getElementById(name);
        if (!target || target.closest("main") === null) {
            return;
        }

        if (query !== undefined) {
            filter.restore(query);
        }

        filter.show(target);
        for (let details = target.closest("details"); details; details = details.parentElement?.closest("details")) {
            details.open = true;
        }

        target.scrollIntoView();
    };
    addEventListener("hashchange", follow);
    document.addEventListener("click", event => {
        const link = event.target.closest?.("a[href^='#']");
        if (link?.dataset.filter) {
            event.preventDefault();
            filter.choose(link.dataset.filter, link.dataset.value);
            one("#findings").scrollIntoView();
        } else if (link && link.getAttribute("href") === location.hash) {
            // A link to where one is already changes no hash.
            follow();
        }
    });
    follow();
}

function chart(target) {
    const [picture, canvas, chosen] = [one(".chart", target), one(".canvas", target), one(".chosen", target)];
    if (!picture) {
        return;
    }

    const key = target.dataset.chart;
    const part = name => {
        const words = document.getElementById(key + name);
        return words ? [...words.childNodes].map(node => node.cloneNode(true)) : [];
    };
    const pick = (nodes, lines) => {
        all(".picked", picture).forEach(element => element.classList.remove("picked"));
        [...nodes, ...lines].forEach(element => element.classList.add("picked"));
        picture.classList.toggle("choosing", lines.length > 0);
    };
    const drawn = all(".line", picture);
    const node = number => one(`.node[data-node="${number}"]`, picture);
    const nameOf = element => element.getAttribute("href").slice(1 + key.length);
    picture.addEventListener("click", event => {
        const element = event.target.closest("a");
        if (!element) {
            pick([], []);
            chosen.hidden = true;
            return;
        }

        event.preventDefault();
        if (element.classList.contains("line")) {
            pick([node(element.dataset.from), node(element.dataset.to)], [element]);
            chosen.replaceChildren(...part(nameOf(element)));
        } else {
            const near = drawn.filter(line => [line.dataset.from, line.dataset.to].includes(element.dataset.node));
            pick([element], near);
            chosen.replaceChildren(...part(nameOf(element)), ...near.flatMap(line => part(nameOf(line))));
        }

        chosen.hidden = false;
    });

    const [width, height] = [picture.width.baseVal.value, picture.height.baseVal.value];
    const tools = document.createElement("div");
    tools.className = "tools";
    let scale = 1;
    const hint = one(".hint", target);
    const zoom = to => {
        scale = Math.min(2, Math.max(0.1, to));
        picture.style.width = `${Math.round(width * scale)}px`;
        picture.style.height = `${Math.round(height * scale)}px`;
        hint.hidden = canvas.scrollWidth <= canvas.clientWidth && canvas.scrollHeight <= canvas.clientHeight;
    };
    const fit = () => zoom(Math.min(1, (canvas.clientWidth - 20) / width));
    for (const [text, label, action] of [["−", "Smaller", () => zoom(scale / 1.25)], ["+", "Larger", () => zoom(scale * 1.25)], ["Fit", "Fit to the width", fit], ["1:1", "1:1, full size", () => zoom(1)]]) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.setAttribute("aria-label", label);
        button.addEventListener("click", action);
        tools.append(button);
    }

    canvas.before(tools);
    // Wider than the page: as small as can still be read, and the rest is scrolled to.
    const first = () => {
        if (canvas.clientWidth > 0) {
            zoom(Math.min(1, Math.max(canvas.clientWidth < 700 ? 0.85 : 0.7, (canvas.clientWidth - 20) / width)));
        }
    };
    if (target.open) {
        first();
    } else {
        target.addEventListener("toggle", first, { once: true });
    }
}

function commands() {
    if (!navigator.clipboard) {
        return;
    }

    for (const command of all(".verify")) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "copy";
        button.textContent = "Copy";
        button.setAttribute("aria-label", "Copy the command");
        command.append(button);
    }

    document.addEventListener("click", async event => {
        const button = event.target.closest?.(".copy");
        if (button) {
            try {
                await navigator.clipboard.writeText(one("code", button.parentElement).textContent);
                button.textContent = "Copied";
            } catch {
                button.textContent = "Not allowed";
            }

            setTimeout(() => { button.textContent = "Copy"; }, 1500);
        }
    });
}

function printing() {
    let opened = [];
    addEventListener("beforeprint", () => {
        opened = all("details:not([open])").filter(details => !details.closest(".checks, .words"));
        opened.forEach(details => { details.open = true; });
    });
    addEventListener("afterprint", () => {
        opened.forEach(details => { details.open = false; });
        opened = [];
    });
}

colours();
links(filters());
all(".target").forEach(chart);
commands();
printing();
