using System.Globalization;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Seaworthy.Rules.Custom;

namespace Seaworthy.Engine.Comparing;

/// <summary>What one configuration lets pass that another does not, key by key.</summary>
internal sealed class SettingsLoosenings
{
    private readonly AuditSettings before;
    private readonly AuditSettings after;
    private readonly HashSet<string> named;
    private readonly List<Loosening> found = [];

    private SettingsLoosenings(AuditSettings before, AuditSettings after)
    {
        (this.before, this.after) = (before, after);
        named = after.Declared.Rules.Concat(before.Declared.Rules).Select(setting => setting.Rule).ToHashSet(StringComparer.Ordinal);
    }

    public static IReadOnlyList<Loosening> Of(AuditSettings before, AuditSettings after)
    {
        SettingsLoosenings loosenings = new(before, after);
        loosenings.TellFaults();
        loosenings.TellGate();
        loosenings.TellRules();
        loosenings.TellOwnRules();
        loosenings.TellLists();
        return loosenings.found;
    }

    private string? Path => after.Path.Length > 0 ? after.Path : null;

    private void Add(string what, SourceSpan? span = null) =>
        found.Add(new Loosening(what, span?.File.Path ?? Path, span is { IsWholeFile: false } ? span.StartLine : null));

    // A configuration that was sound and is not any more would end every audit of the head.
    private void TellFaults()
    {
        foreach (var fault in after.Faults.Take(before.Faults.Count == 0 ? 3 : 0))
        {
            Add($"cannot be used: {fault.Message}", fault.Span);
        }
    }

    private void TellGate()
    {
        var (then, now) = (before.Gate ?? GateLevel.High, after.Gate ?? GateLevel.High);
        if (now > then)
        {
            Add($"gate: {Word(now)} instead of {Word(then)}");
        }

        static string Word(GateLevel gate) => gate.ToString().ToLowerInvariant();
    }

    private void TellRules()
    {
        var changes = Rules().Select(rule => new { Rule = rule, What = Change(rule) }).Where(change => change.What is not null).ToList();
        var areas = after.Declared.AreasOff.Except(before.Declared.AreasOff, StringComparer.Ordinal).ToList();
        foreach (var area in areas)
        {
            Add($"areas: {area} is off");
        }

        var packs = string.Join(", ", after.Declared.Packs);
        var isOtherPack = packs != string.Join(", ", before.Declared.Packs);
        foreach (var change in changes.Where(change => IsNamed(change.Rule)))
        {
            Add($"rules: {change.Rule.Id} {change.What}");
        }

        var others = changes.Where(change => !IsNamed(change.Rule) && !areas.Contains(Words.Of(change.Rule.Area))).ToList();
        if (isOtherPack && others.Count > 0)
        {
            var count = others.Count.ToString(CultureInfo.InvariantCulture);
            Add(
                $"extends: {(packs.Length > 0 ? packs : "nothing any more")}, which asks less of {count} {(others.Count == 1 ? "rule" : "rules")}"
            );
            return;
        }

        foreach (var change in others)
        {
            Add($"rules: {change.Rule.Id} {change.What}");
        }
    }

    private bool IsNamed(RuleInfo rule) => named.Contains(rule.Id);

    // Rules of other tools are known by what either configuration says of them.
    private IEnumerable<RuleInfo> Rules()
    {
        var own = AllRules.List.Concat(before.Custom).Select(rule => rule.Info).ToList();
        var known = own.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return own.Concat(
            after
                .Declared.Rules.Concat(before.Declared.Rules)
                .Select(setting => setting.Rule)
                .Where(known.Add)
                .Where(rule => !rule.StartsWith(PolicyCheck.Prefix + "/", StringComparison.Ordinal))
                .Select(rule => AllRules.List[0].Info with { Id = rule, Severity = Severity.Critical, Area = Area.Security })
        );
    }

    private string? Change(RuleInfo rule)
    {
        var (then, now) = (before.Says(rule), after.Says(rule));
        return !then.IsAsked ? null
            : !now.IsAsked ? "is off"
            : (then.Severity, now.Severity) switch
            {
                (null, { } severity) when severity <= rule.Severity => $"counts as {Words.Of(severity)}",
                ({ } known, { } severity) when severity < known => $"counts as {Words.Of(severity)} instead of {Words.Of(known)}",
                ({ } known, null) when rule.Severity < known => $"counts no more as {Words.Of(known)}",
                _ => null,
            };
    }

    private void TellOwnRules()
    {
        var now = after.Custom.OfType<PolicyCheck>().ToDictionary(rule => rule.Info.Id, StringComparer.Ordinal);
        foreach (var rule in before.Custom.OfType<PolicyCheck>())
        {
            if (!now.TryGetValue(rule.Info.Id, out var same))
            {
                found.Add(new Loosening($"custom: {rule.Info.Id} is removed", rule.WrittenAt.File.Path));
            }
            else if (same.WrittenAt.Text.TrimEnd() != rule.WrittenAt.Text.TrimEnd())
            {
                Add($"custom: {rule.Info.Id} is changed", same.WrittenAt);
            }
        }
    }

    private void TellLists()
    {
        var (then, now) = (before.Declared, after.Declared);
        TellNew(then.ExcludedPaths, now.ExcludedPaths, path => path.Text, path => $"paths: excludes {path.Text}", _ => null);
        TellNew(Scoped(then), Scoped(now), one => one, one => $"scopes: {one}", _ => null);
        var (known, stated) = (then.Facts, now.Facts);
        TellNew(known.Hosts, stated.Hosts, host => host.Name, host => $"facts: host {host.Name}", host => host.Span);
        TellNew(
            known.Variables,
            stated.Variables,
            one => $"{one.Workload}\n{one.Name}",
            one => $"facts: variable {one.Name}",
            one => one.Span
        );
        TellNew(known.Files, stated.Files, file => file.Paths.Text, file => $"facts: file {file.Paths.Text}", file => file.Span);
        TellNew(known.Objects, stated.Objects, one => one.ToString(), one => $"facts: {one}", one => one.Span);
        TellNew(known.Capabilities, stated.Capabilities, one => one.Value, one => $"facts: capability {one.Value}", one => one.Span);
        TellSuppressions(then.Suppressions, now.Suppressions);
    }

    private static List<string> Scoped(SettingsFile file) =>
        [.. file.Scopes.SelectMany(scope => scope.Paths.Select(path => $"{path.Text} is {scope.Scope.Value}"))];

    // The reason may be worded anew; a day that is put off accepts more than before.
    private void TellSuppressions(IReadOnlyList<DeclaredSuppression> then, IReadOnlyList<DeclaredSuppression> now)
    {
        var known = then.GroupBy(Key).ToDictionary(same => same.Key, same => same.Max(End));
        foreach (var one in now.Where(one => !known.TryGetValue(Key(one), out var until) || End(one) > until))
        {
            var which = string.Join(", ", new[] { one.Rule, one.Path?.Text, one.Subject, one.Fingerprint }.OfType<string>());
            Add($"suppressions: {which} ({one.Reason})", one.Span);
        }

        static object Key(DeclaredSuppression one) =>
            new
            {
                one.Rule,
                Path = one.Path?.Text,
                one.Subject,
                one.Fingerprint,
            };

        static DateOnly End(DeclaredSuppression one) => one.Until ?? DateOnly.MaxValue;
    }

    private void TellNew<T>(
        IReadOnlyList<T> then,
        IReadOnlyList<T> now,
        Func<T, string> key,
        Func<T, string> what,
        Func<T, SourceSpan?> place
    )
    {
        var known = then.Select(key).ToHashSet(StringComparer.Ordinal);
        foreach (var one in now.Where(one => known.Add(key(one))))
        {
            Add(what(one), place(one));
        }
    }
}
