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
        if (ChartSource.Of(deployment, chart) is not { } source)
        {
            return null;
        }

        var (package, texts) = (source.Package, source.Texts);
        var sets = ChartValueSets.Of(deployment, chart);
        var renderings = sets.Select(set => (Set: set, Rendering: Rendering(source, set))).ToList();
        RenderedStacks read = new(chart, package, texts);
        var (stacks, problems) = read.Of([.. renderings.Select(one => (one.Set, Filled(source, one.Set, one.Rendering)))]);
        var more = WithSwitches(source, sets[0].Release);
        var (optional, problemsOfMore) = read.Of([.. more.Select(one => (one.Set, Filled(source, one.Set, one.Rendering)))]);
        GivenChartValues given = new(package, Limits);
        var faults = renderings.Select(one => one.Rendering.Fault).ToList();
        return new ChartRendering(chart)
        {
            ValueSets = sets.Count,
            IsWhole = renderings.TrueForAll(one => one.Rendering.Absent.Count == 0),
            Fault = faults.Contains(null)
                ? Fault(more.SelectMany(one => OutOfScope(one.Rendering)), package, texts, isInstalledHere: false)
                : Fault(faults.OfType<HelmFault>(), package, texts, sets.Any(set => set.IsInstalled)),
            Stacks = stacks,
            Optional = optional,
            Problems = [.. problems.Concat(problemsOfMore).DistinctBy(problem => (problem.Span, problem.Message))],
            UnreadSwitches =
                deployment.At<HelmValues>(RepositoryPath.Join(chart.File.Directory, "values.yaml") ?? "") is { } own
                && faults.TrueForAll(fault => fault is null or { Kind: GoFaultKind.Required })
                    ? new UnreadSwitches(package, own, sets[0].Release, renderings[0].Rendering, Limits).Find()
                    : [],
            Structures = faults.Contains(null) ? StructuredValues.Of(deployment, chart, source, sets) : [],
            GivenValues = [.. renderings.SelectMany(one => given.Of(one.Set, one.Rendering))],
        };
    }

    /// <summary>What users of a chart may ask for.</summary>
    private static IReadOnlyList<(ChartValueSet Set, HelmRendering Rendering)> WithSwitches(ChartSource source, HelmRelease release)
    {
        List<ChartValueSet> sets = [];
        if (ChartSwitches.On(source.Package) is { } on)
        {
            sets.Add(new("with every switch on", release with { Values = on }));
        }

        if (ChartSwitches.Existing(source.Package) is { } existing)
        {
            sets.Add(new("with existing objects", release with { Values = existing }));
        }

        return [.. sets.Select(set => (set, Rendering(source, set)))];
    }

    /// <summary>Faults that no value ends.</summary>
    private static IEnumerable<HelmFault> OutOfScope(HelmRendering rendering) =>
        rendering
            .Documents.Select(document => document.Fault)
            .Append(rendering.Fault)
            .OfType<HelmFault>()
            .Where(fault => fault.IsOutOfScope);

    private static HelmRendering Filled(ChartSource source, ChartValueSet set, HelmRendering rendering) =>
        HelmOpenings.Filled(
            rendering,
            () => HelmRenderer.Render(source.Package, set.Release, Limits, OpenText.Mark),
            fault =>
                fault.Kind is GoFaultKind.Required && !set.IsInstalled
                || fault.Kind is GoFaultKind.UndefinedTemplate && rendering.Absent.Count > 0
                || fault.Kind is GoFaultKind.NilPointer
                    && rendering.Absent.Any(chart => fault.Expression.Contains($".Values.{chart}.", StringComparison.Ordinal))
        );

    /// <summary>A chart that is not here may define a template and give a value: what needs it stops its own document alone.</summary>
    public static HelmRendering Rendering(ChartSource source, ChartValueSet set)
    {
        var rendering = HelmRenderer.Render(source.Package, set.Release, Limits);
        var absent = source.Absent(set.Release.Values);
        return absent.Count == 0 || rendering.Fault is { Kind: GoFaultKind.Syntax }
            ? rendering
            : rendering with
            {
                Absent = absent,
                Fault = rendering.Documents.Select(document => document.Fault).FirstOrDefault(fault => fault is { IsOutOfScope: true }),
            };
    }

    /// <summary>The one that says most of the chart: what its author wrote goes before what its user is to give.</summary>
    private static ChartFault? Fault(
        IEnumerable<HelmFault> faults,
        HelmPackage package,
        IReadOnlyDictionary<string, SourceFile> texts,
        bool isInstalledHere
    ) =>
        faults
            .Select(fault => Fault(fault, package, texts, isInstalledHere))
            .OfType<ChartFault>()
            .OrderBy(fault => fault.UnknownBecause is null ? 0 : 1)
            .FirstOrDefault();

    private static ChartFault? Fault(
        HelmFault fault,
        HelmPackage package,
        IReadOnlyDictionary<string, SourceFile> texts,
        bool isInstalledHere
    )
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
        var isGiven =
            !fault.IsOutOfScope && (fault.Kind is GoFaultKind.Required or GoFaultKind.Refused or GoFaultKind.NilPointer || isNothing);
        return new ChartFault(HelmTexts.Place(file, fault.Position), fault.Reason)
        {
            IsOfText = fault.Kind is GoFaultKind.Syntax || fault.IsOutOfScope,
            IsOutOfScope = fault.IsOutOfScope,
            UnknownBecause = isGiven && !isInstalledHere ? "the installation of the chart may give the value" : null,
        };
    }

    /// <summary>What is taken from values that nothing defines is another question; a limit, or a file that was not read, says nothing.</summary>
    private static bool IsOfOthers(HelmFault fault, SourceFile file) =>
        fault.Kind is GoFaultKind.Limit
        || (
            fault is { Kind: GoFaultKind.NilPointer, IsOutOfScope: false }
            && fault.Expression.Contains(".Values.", StringComparison.Ordinal)
        )
        || (fault is { Kind: not GoFaultKind.Syntax, IsOutOfScope: false } && HelmTexts.AsksForFiles(file));
}
