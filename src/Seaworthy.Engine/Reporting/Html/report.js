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

function filters() {
    const form = one("#filter");
    if (!form) {
        return { show: () => {} };
    }

    const [search, area, reset, unfold, shown, nothing] = ["#search", "#area", "#reset", "#unfold", "#shown", "#nothing"].map(id => one(id));
    const chips = all(".chip", form);
    const groups = all(".group").map(element => ({
        element,
        section: element.closest(".in-area"),
        findings: all(".finding", element).map(finding => ({ element: finding, text: null })),
        common: null,
        number: one(".times .number", element),
    }));
    const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
    form.hidden = false;

    // The text is gathered when somebody first searches.
    const gather = () => {
        for (const group of groups.filter(group => group.common === null)) {
            group.common = [one("h4", group.element), one(".why", group.element), one(".rule", group.element)].map(part => part.textContent).join(" ").toLowerCase();
            group.findings.forEach(finding => { finding.text = finding.element.textContent.toLowerCase(); });
        }
    };
    const wanted = () => {
        const chosen = {};
        for (const chip of chips.filter(chip => chip.getAttribute("aria-pressed") === "true")) {
            (chosen[chip.dataset.key] ??= new Set()).add(chip.dataset.value);
        }

        if (area.value) {
            chosen.area = new Set([area.value]);
        }

        return chosen;
    };
    const apply = () => {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        const chosen = Object.entries(wanted());
        let count = 0;
        if (words.length) {
            gather();
        }

        const sections = new Map();
        for (const group of groups) {
            const fits = chosen.every(([key, values]) => values.has(group.element.dataset[key]));
            let left = 0;
            for (const finding of group.findings) {
                const found = fits && words.every(word => group.common?.includes(word) || finding.text?.includes(word));
                finding.element.hidden = !found;
                left += found;
            }

            group.element.hidden = left === 0;
            if (group.number) {
                group.number.textContent = left === group.findings.length ? left : `${left} of ${group.findings.length}`;
            }

            sections.set(group.section, (sections.get(group.section) ?? 0) + left);
            count += left;
        }

        sections.forEach((left, section) => { section.hidden = left === 0; });
        nothing.hidden = count > 0;
        const isAll = count === total && !words.length && !chosen.length;
        reset.hidden = isAll;
        shown.textContent = isAll ? `${total} findings` : `${count} of ${total} findings`;
    };
    const clear = () => {
        search.value = "";
        area.value = "";
        chips.forEach(chip => chip.setAttribute("aria-pressed", "false"));
        apply();
    };

    let due = 0;
    search.addEventListener("input", () => { clearTimeout(due); due = setTimeout(apply, 80); });
    area.addEventListener("change", apply);
    chips.forEach(chip => chip.addEventListener("click", () => {
        chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") !== "true");
        apply();
    }));
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", event => { event.preventDefault(); clear(); search.focus(); });
    one("#clear").addEventListener("click", () => { clear(); search.focus(); });
    unfold.addEventListener("click", () => {
        const open = unfold.dataset.open !== "true";
        groups.forEach(group => { group.element.open = open; });
        unfold.dataset.open = open;
        unfold.textContent = open ? "Fold all" : "Unfold all";
    });
    document.addEventListener("keydown", event => {
        const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            search.focus();
        } else if (event.key === "Escape" && document.activeElement === search) {
            clear();
        }
    });
    // What a link leads to must be there to be seen.
    return { show: element => { if (element.closest("[hidden]")) { clear(); } } };
}

function links(filter) {
    const follow = () => {
        let name = "";
        try { name = decodeURIComponent(location.hash.slice(1)); } catch { return; }
        const target = name && document.getElementById(name);
        if (!target || target.closest("main") === null) {
            return;
        }

        filter.show(target);
        for (let details = target.closest("details"); details; details = details.parentElement?.closest("details")) {
            details.open = true;
        }

        target.scrollIntoView();
    };
    addEventListener("hashchange", follow);
    // A link to where one is already changes no hash.
    document.addEventListener("click", event => {
        const link = event.target.closest?.("a[href^='#']");
        if (link && link.getAttribute("href") === location.hash) {
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
    const zoom = to => {
        scale = Math.min(2, Math.max(0.1, to));
        picture.style.width = `${Math.round(width * scale)}px`;
        picture.style.height = `${Math.round(height * scale)}px`;
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
            zoom(Math.min(1, Math.max(0.62, (canvas.clientWidth - 20) / width)));
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
