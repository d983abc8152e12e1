using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>What a command sets, and whether a template reads it: for what none reads Helm renders the same, whatever is set.</summary>
internal sealed class GivenChartValues(HelmPackage package, GoLimits limits)
{
    private const int MostAsked = 8;

    /// <summary>Text, a number, and what is false: a template that only asks for one of them reads the value too.</summary>
    private static readonly string[] Probes = ["seaworthy", "7", "true", "false", "{a}"];

    private readonly string templates = string.Concat(Templates(package));

    /// <summary>Nothing for a chart whose other charts are not all here: they may read it.</summary>
    public IEnumerable<GivenChartValue> Of(ChartValueSet set, HelmRendering rendering)
    {
        if (set.Given is not { } given || rendering.Fault is not null || rendering.Absent.Count > 0)
        {
            return [];
        }

        var doubtful = given
            .Set.Where(one => one.Name.Length > 0 && !templates.Contains($".Values.{one.Name}", StringComparison.Ordinal))
            .Take(MostAsked)
            .ToHashSet();
        return given.Set.Select(one => new GivenChartValue(
            new Fact<string>(one.Name, one.Span),
            !doubtful.Contains(one) || !IsUnread(set, given, one),
            given.Command
        ));
    }

    private bool IsUnread(ChartValueSet set, CommandValues given, ShellAssignment one)
    {
        var without = Text(null);
        return Array.TrueForAll(Probes, probe => Text(probe) == without);

        string Text(string? probe)
        {
            var rendering = HelmRenderer.Render(package, set.Release with { Values = given.With(one, probe) }, limits);
            return string.Join('\n', rendering.Documents.Select(document => document.Text ?? document.Fault?.Message));
        }
    }

    private static IEnumerable<string> Templates(HelmPackage package) =>
        package.Templates.Select(template => template.Text).Concat(package.Charts.SelectMany(Templates));
}
