using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The charts of the tree, rendered. What a chart that is not in the tree defines and makes is left out.</summary>
/// <remarks>Helm documentation, "Charts", "Values Files".</remarks>
internal static class ChartRenderings
{
    private const int MostCharts = 200;
    private const string Archive = ".tgz";

    /// <summary>A rendering that takes longer says nothing of the chart.</summary>
    private static readonly GoLimits Limits = new() { Steps = 3_000_000, TotalLength = 60_000_000 };

    public static IReadOnlyList<ChartRendering> Link(Deployment deployment)
    {
        var charts = deployment.Of<HelmChart>().ToList();
        return
        [
            .. charts
                .Where(chart => !chart.IsLibrary && !charts.Exists(other => IsBelow(chart.File.Directory, other.File.Directory)))
                .Take(MostCharts)
                .Select(chart => Rendered(deployment, chart))
                .OfType<ChartRendering>(),
        ];
    }

    private static bool IsBelow(string directory, string above) =>
        directory.Length > above.Length && (above.Length == 0 || directory.StartsWith(above + "/", StringComparison.Ordinal));

    private static ChartRendering? Rendered(Deployment deployment, HelmChart chart)
    {
        var directory = chart.File.Directory;
        var prefix = directory.Length == 0 ? "" : directory + "/";
        var texts = deployment
            .Artifacts.Where(artifact => artifact.File.Path.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(artifact => artifact.File.Path[prefix.Length..], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().File, StringComparer.Ordinal);
        TakeIn(deployment, chart, texts);
        if (!IsWhole(deployment, directory, prefix, texts))
        {
            return null;
        }

        if (HelmTexts.Package(texts) is not { } package || !HasTemplates(package))
        {
            return null;
        }

        var sets = ChartValueSets.Of(deployment, chart);
        var packed = Packed(deployment, prefix);
        var renderings = sets.Select(set => (Set: set, Rendering: Rendering(package, set, packed))).ToList();
        var (stacks, problems) = new RenderedStacks(chart, package, texts).Of(renderings);
        GivenChartValues given = new(package, Limits);
        var faults = renderings.Select(one => one.Rendering.Fault).ToList();
        return new ChartRendering(chart)
        {
            ValueSets = sets.Count,
            IsWhole = renderings.TrueForAll(one => one.Rendering.Absent.Count == 0),
            Fault = faults.Contains(null) ? null : Fault(faults.OfType<HelmFault>(), package, texts, sets.Any(set => set.IsInstalled)),
            Stacks = stacks,
            Problems = problems,
            GivenValues = [.. renderings.SelectMany(one => given.Of(one.Set, one.Rendering))],
        };
    }

    /// <summary>An umbrella has them in the charts below it.</summary>
    private static bool HasTemplates(HelmPackage package) => package.Templates.Count > 0 || package.Charts.Any(HasTemplates);

    /// <summary>A chart that is not here may define a template and give a value: what needs it stops its own document alone.</summary>
    private static HelmRendering Rendering(HelmPackage package, ChartValueSet set, IReadOnlyList<string> packed)
    {
        var rendering = HelmRenderer.Render(package, set.Release, Limits);
        string[] absent = [.. HelmDependencies.Absent(package, set.Release.Values).Union(packed)];
        return absent.Length == 0 || rendering.Fault is { Kind: GoFaultKind.Syntax }
            ? rendering
            : rendering with
            {
                Absent = absent,
                Fault = null,
            };
    }

    /// <summary>Charts in archives, which are not read.</summary>
    private static List<string> Packed(Deployment deployment, string prefix) =>
        [
            .. deployment
                .Tree.FilesUnder($"{prefix}charts")
                .Select(file => file.Path[prefix.Length..])
                .Where(path => path.EndsWith(Archive, StringComparison.Ordinal)),
        ];

    /// <summary>Charts elsewhere in the repository that <c>helm dependency build</c> copies into <c>charts/</c>.</summary>
    private static void TakeIn(Deployment deployment, HelmChart chart, Dictionary<string, SourceFile> texts)
    {
        foreach (var dependency in chart.Dependencies)
        {
            if (
                dependency.Repository?.Value is ['f', 'i', 'l', 'e', ':', '/', '/', .. var path]
                && RepositoryPath.Join(chart.File.Directory, path) is { } directory
                && !texts.ContainsKey($"charts/{dependency.Name.Value}/Chart.yaml")
            )
            {
                foreach (var file in deployment.Artifacts.Select(artifact => artifact.File).Where(file => file.IsBelow(directory)))
                {
                    texts.TryAdd($"charts/{dependency.Name.Value}/{RepositoryPath.Below(directory, file.Path)}", file);
                }
            }
        }
    }

    /// <summary>Every template was read: one that is missing may define what others use.</summary>
    private static bool IsWhole(Deployment deployment, string directory, string prefix, Dictionary<string, SourceFile> texts) =>
        deployment
            .Tree.FilesUnder(directory)
            .Select(file => file.Path[prefix.Length..])
            .Where(path => path.StartsWith("templates/", StringComparison.Ordinal) || path.StartsWith("charts/", StringComparison.Ordinal))
            .All(path =>
                texts.ContainsKey(path)
                || (
                    path.StartsWith("charts/", StringComparison.Ordinal)
                    && (!path.Contains("/templates/", StringComparison.Ordinal) || path.EndsWith(Archive, StringComparison.Ordinal))
                )
                || path.EndsWith("NOTES.txt", StringComparison.Ordinal)
            );

    /// <summary>The one that says most of the chart: what its author wrote goes before what its user is to give.</summary>
    private static ChartFault? Fault(
        IEnumerable<HelmFault> faults,
        HelmPackage package,
        Dictionary<string, SourceFile> texts,
        bool isInstalledHere
    ) =>
        faults
            .Select(fault => Fault(fault, package, texts, isInstalledHere))
            .OfType<ChartFault>()
            .OrderBy(fault => fault.UnknownBecause is null ? 0 : 1)
            .FirstOrDefault();

    private static ChartFault? Fault(HelmFault fault, HelmPackage package, Dictionary<string, SourceFile> texts, bool isInstalledHere)
    {
        var path = fault.Template.StartsWith(package.Name + "/", StringComparison.Ordinal)
            ? fault.Template[(package.Name.Length + 1)..]
            : "";
        if (!texts.TryGetValue(path, out var file) || IsOfOthers(fault, file))
        {
            return null;
        }

        var isNothing =
            fault.Reason.Contains("invalid value; expected", StringComparison.Ordinal)
            || fault.Reason.EndsWith("got interface {}", StringComparison.Ordinal);
        var isGiven = fault.Kind is GoFaultKind.Required or GoFaultKind.Refused or GoFaultKind.NilPointer || isNothing;
        return new ChartFault(HelmTexts.Place(file, fault.Position), fault.Reason)
        {
            IsOfText = fault.Kind is GoFaultKind.Syntax,
            UnknownBecause = isGiven && !isInstalledHere ? "the installation of the chart may give the value" : null,
        };
    }

    /// <summary>What is taken from values that nothing defines is another question; a limit, or a file that was not read, says nothing.</summary>
    private static bool IsOfOthers(HelmFault fault, SourceFile file) =>
        fault.Kind is GoFaultKind.Limit
        || (fault.Kind is GoFaultKind.NilPointer && fault.Expression.Contains(".Values.", StringComparison.Ordinal))
        || (fault.Kind is not GoFaultKind.Syntax && HelmTexts.AsksForFiles(file));
}
