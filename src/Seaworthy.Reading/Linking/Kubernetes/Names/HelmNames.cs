using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>The values that the templates of a chart take, against those that its files of values define.</summary>
/// <remarks>Helm documentation, "Values Files", "Subcharts and Global Values".</remarks>
internal static class HelmNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        var charts = deployment.Of<HelmChart>().ToList();
        return charts
            .Where(chart => !chart.IsLibrary)
            .SelectMany(chart =>
                // The chart above gives values to one below, under its name or another; but not under a misspelt key.
                charts.Exists(parent => IsBelow(chart.File.Directory, parent.File.Directory))
                    ? Find(deployment, chart)
                        .Where(use => use is { IsMissing: true, IsOtherCase: true } && !IsGivenAbove(deployment, chart, use))
                    : Find(deployment, chart)
            );
    }

    private static bool IsGivenAbove(Deployment deployment, HelmChart chart, NameUse use) =>
        deployment
            .Of<HelmValues>()
            .Any(values =>
                values.File.Directory != chart.File.Directory
                && values.Values.Any(value => value.Path.EndsWith("." + use.Name, StringComparison.Ordinal))
            );

    private static IEnumerable<NameUse> Find(Deployment deployment, HelmChart chart)
    {
        var directory = chart.File.Directory;
        var templates = deployment
            .Of<KubernetesManifest>()
            .Where(manifest =>
                manifest.IsTemplate
                // Helm renders what is below templates/, and nothing else.
                && IsBelow(manifest.File.Path, directory.Length == 0 ? "templates" : $"{directory}/templates")
                && !manifest.File.Path[directory.Length..].Contains("/charts/", StringComparison.Ordinal)
            )
            .ToList();
        var main = deployment
            .Of<HelmValues>()
            .FirstOrDefault(values => values.File.Directory == directory && values.File.Name is "values.yaml" or "values.yml");
        if (main is null || main.File.Directory != directory || main.Problems.Count > 0)
        {
            return [];
        }

        var guards = templates.SelectMany(template => template.ValueGuards).ToHashSet(StringComparer.Ordinal);
        HelmPaths known = new(main, Known(deployment, chart));
        var used = templates.SelectMany(template => template.ValueUses).Select(use => use.Value).ToHashSet(StringComparer.Ordinal);
        var given = Given(deployment, chart, main);
        return from template in templates
            from use in template.ValueUses
            where !IsFromElsewhere(chart, use.Value)
            let isRendered = IsRendered(template, use, given)
            let named = Use(chart, use, known, used)
            where !HelmPaths.Prefixes(use.Value).Any(guards.Contains) || (named.IsOtherCase && !IsAlternative(template, named))
            // A feature that no values file enables is completed by the person who enables it, who cannot complete a misspelt name.
            where isRendered is not false || (named is { Definition: null, Related: not null } && IsSlip(use.Value, named.Candidates))
            select named with
            {
                IsConditional = isRendered is not true,
                UnknownBecause =
                    named.UnknownBecause ?? (template.File.Name is ['_', ..] ? "it is in a named template, which may be unused" : null),
            };
    }

    /// <summary>Whether the place is rendered with the values of the chart, or with those of another file laid over them.</summary>
    private static bool? IsRendered(KubernetesManifest template, Fact<string> use, IReadOnlyList<Func<string, string?>> given)
    {
        var conditions = template.Branches.Where(branch => branch.Span.Holds(use.Span)).Select(branch => branch.Condition).ToList();
        var answers = given.Select(find => conditions.Select(condition => HelmCondition.Holds(condition, find)).ToList()).ToList();
        return answers.Exists(answer => answer.TrueForAll(holds => holds == true)) ? true
            : answers.TrueForAll(answer => answer.Contains(false)) ? false
            : null;
    }

    /// <summary>What the chart's own values say, and what they say with each other file laid over them.</summary>
    private static IReadOnlyList<Func<string, string?>> Given(Deployment deployment, HelmChart chart, HelmValues main)
    {
        return [Layered([main]), .. Files(deployment, chart).Where(values => values != main).Select(values => Layered([values, main]))];

        Func<string, string?> Layered(IReadOnlyList<HelmValues> layers)
        {
            var texts = layers
                .Select(values =>
                    values.Values.GroupBy(value => value.Path).ToDictionary(group => group.Key, group => group.Last().Value?.Value)
                )
                .ToList();
            var maps = layers
                .SelectMany(values => values.Values)
                .SelectMany(value => HelmPaths.Prefixes(value.Path).Skip(1))
                .ToHashSet(StringComparer.Ordinal);
            return path =>
                IsFromElsewhere(chart, path) ? null
                : texts.Find(layer => layer.ContainsKey(path)) is { } own ? own[path]
                : maps.Contains(path) ? "map"
                : "";
        }
    }

    private static NameUse Use(HelmChart chart, Fact<string> use, HelmPaths known, HashSet<string> used)
    {
        var parent = use.Value.LastIndexOf('.') is > 0 and var dot ? use.Value[..(dot + 1)] : "";
        var siblings = known.DirectlyBelow(parent);
        var meant =
            parent.Length == 0
                ? null
                : siblings.FirstOrDefault(value =>
                    IsMeant(value.Path[parent.Length..], use.Value[parent.Length..], used.Contains(value.Path))
                );
        var isDefined = known.Define(use.Value);
        var otherCase = isDefined
            ? null
            : siblings.FirstOrDefault(value => string.Equals(value.Path, use.Value, StringComparison.OrdinalIgnoreCase));
        meant = otherCase ?? meant;
        return new NameUse(NameRole.HelmValue, use.Value, use.Span, $"chart {chart.Name?.Value}", isDefined ? known.Main.File.Whole : null)
        {
            In = known.Main.File.Path,
            Candidates = [.. siblings.Select(value => value.Path).Take(12)],
            Related = meant?.KeySpan,
            IsOtherCase = otherCase is not null,
            UnknownBecause =
                meant is not null || (parent.Length > 0 && !known.Define(parent.TrimEnd('.')))
                    ? null
                    : "no values file defines it, and the installation of the chart may set it",
        };
    }

    /// <summary>One action takes the value under either name.</summary>
    private static bool IsAlternative(KubernetesManifest template, NameUse named) =>
        template.ValueUses.Any(other =>
            other.Span.StartLine == named.Span.StartLine
            && other.Value != named.Name
            && string.Equals(other.Value, named.Name, StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsSlip(string written, IReadOnlyList<string> known) => NearMiss.Of(Last(written), known.Select(Last)) is not null;

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>A slip of the pen (<c>urlj</c>), or a name that nothing takes and that begins alike: <c>licenseKeySecret</c> for <c>licenseKeyName</c>.</summary>
    private static bool IsMeant(string known, string written, bool isTaken) =>
        NearMiss.Of(written, [known]) is not null
        || (
            !isTaken
            && known.AsSpan().CommonPrefixLength(written) is var common
            && common >= 4
            && common * 2 >= Math.Min(known.Length, written.Length)
        );

    /// <summary>Files of values beside the chart or outside every chart, and what commands set.</summary>
    private static IEnumerable<string> Known(Deployment deployment, HelmChart chart) =>
        Files(deployment, chart)
            .SelectMany(values => values.Values)
            .Select(value => value.Path)
            .Concat(
                deployment
                    .Commands.SelectMany(site => site.Known)
                    .OfType<HelmCommand>()
                    .SelectMany(command => command.Values)
                    .Select(value => value.Name.Split('[')[0])
            );

    private static IEnumerable<HelmValues> Files(Deployment deployment, HelmChart chart)
    {
        var others = deployment
            .Of<HelmChart>()
            .Select(other => other.File.Directory)
            .Where(other => other != chart.File.Directory)
            .ToHashSet(StringComparer.Ordinal);
        return deployment.Of<HelmValues>().Where(values => !others.Contains(values.File.Directory));
    }

    // The values of a dependency bring its own defaults; global ones may come from a parent.
    private static bool IsFromElsewhere(HelmChart chart, string path)
    {
        var first = path.Split('.')[0];
        return first == "global"
            || chart.Dependencies.Any(dependency => (dependency.Alias ?? dependency.Name).Value == first || dependency.Name.Value == first);
    }

    private static bool IsBelow(string directory, string above) =>
        directory.Length > above.Length && (above.Length == 0 || directory.StartsWith(above + "/", StringComparison.Ordinal));
}
