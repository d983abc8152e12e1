using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Helm;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Reading.Readers.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The objects of a rendered chart, each fact at its place in the template: they go the way of plain manifests.</summary>
/// <param name="texts">Files of the chart, by their path from its directory.</param>
internal sealed class RenderedStacks(HelmChart chart, HelmPackage package, IReadOnlyDictionary<string, SourceFile> texts)
{
    private const int Most = 6;
    private const string KindKey = "kind:";
    private const string OtherValues = "the installation of the chart may give other values";

    /// <summary>The stacks, and what the API refuses of their objects with values that are all known.</summary>
    public (IReadOnlyList<KubernetesStack> Stacks, IReadOnlyList<Problem> Problems) Of(
        IReadOnlyList<(ChartValueSet Set, HelmRendering Rendering)> renderings
    )
    {
        var sound = renderings.Where(one => one.Rendering.Fault is null).ToList();
        // A chart that a command installs is not installed otherwise.
        var real = sound.Exists(one => one.Set.IsInstalled) ? sound.FindAll(one => one.Set.IsInstalled) : sound;
        var read = real.DistinctBy(one => string.Concat(one.Rendering.Documents.Select(document => document.Text)))
            .Take(Most)
            .Select(one => (one.Set, one.Rendering.Absent, Found: Read(one.Rendering)))
            .ToList();
        return (
            [.. read.Select(one => Stack(one.Set, one.Found.Objects, one.Absent)).Where(stack => stack.Objects.Count > 0)],
            [
                .. read.Where(one => !one.Set.HasUnknownValues)
                    .SelectMany(one => one.Found.Problems.Where(problem => !HelmTexts.TakesValuesOf(one.Absent, problem.Span.File)))
                    .DistinctBy(problem => (problem.Span, problem.Message)),
            ]
        );
    }

    private (List<KubernetesObject> Objects, List<Problem> Problems) Read(HelmRendering rendering)
    {
        List<KubernetesObject> objects = [];
        List<Problem> problems = [];
        foreach (var document in rendering.Documents)
        {
            if (document.Text is { } text && !string.IsNullOrWhiteSpace(text) && FileOf(document.Template) is { } template)
            {
                HelmPlaces places = new(template, document.Trace, source => FileOf(source.Name));
                var found = ManifestObjects.Of(places.Of(YamlParser.Parse(new SourceFile(template.Path, text))));
                objects.AddRange(found.Objects);
                problems.AddRange(OpenText.Is(text) ? [] : found.Problems);
            }
        }

        return (objects, problems);
    }

    private KubernetesStack Stack(ChartValueSet set, List<KubernetesObject> rendered, IReadOnlyList<string> absent)
    {
        var objects = rendered.FindAll(found => !IsTest(found) && !OpenText.Is(found.Name?.Value));
        var directory = chart.File.Directory.Length == 0 ? package.Name : chart.File.Directory;
        return new KubernetesStack(
            set.Name.Length == 0 ? directory : $"{directory} ({set.Name})",
            [chart.File, .. objects.Select(found => found.Span.File).Distinct(), .. set.Files],
            objects
        )
        {
            Environment = set.Environment,
            PartialBecause =
                absent.Count > 0 ? $"its chart {absent[0]} is not in the repository"
                : set.IsInstalled ? null
                : OtherValues,
            OtherCharts = absent,
            KindsOfOtherValues = KindsOfOtherValues(objects),
        };
    }

    private SourceFile? FileOf(string template) =>
        template.StartsWith(package.Name + "/", StringComparison.Ordinal)
            ? texts.GetValueOrDefault(template[(package.Name.Length + 1)..])
            : null;

    /// <summary>Runs when somebody asks for the tests of an installation.</summary>
    private static bool IsTest(KubernetesObject found) =>
        found.Annotations.Any(annotation =>
            annotation.Key == "helm.sh/hook" && annotation.Value?.Value.StartsWith("test", StringComparison.Ordinal) is true
        );

    /// <summary>Those that templates speak of more often than they were rendered.</summary>
    private HashSet<string> KindsOfOtherValues(List<KubernetesObject> objects)
    {
        var rendered = objects.CountBy(found => found.Kind.Value).ToDictionary(StringComparer.Ordinal);
        return package
            .Charts.Prepend(package)
            .SelectMany(one => one.Templates)
            .SelectMany(template => template.Text.Split('\n'))
            .Where(line => line.StartsWith(KindKey, StringComparison.Ordinal))
            .Select(line => line[KindKey.Length..].Trim())
            .CountBy(kind => kind)
            .Where(kind => kind.Value > rendered.GetValueOrDefault(kind.Key))
            .Select(kind => kind.Key)
            .ToHashSet(StringComparer.Ordinal);
    }
}
