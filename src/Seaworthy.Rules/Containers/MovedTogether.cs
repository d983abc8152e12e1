using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What else changes with the release of a runtime: the image in which the program starts, the projects that it refers to, and the line that allows no other release.</summary>
internal static class MovedTogether
{
    private const string NetPrefix = "net";

    /// <summary>The other stages of the Dockerfile with the same runtime in too old a release, as the end of a sentence.</summary>
    public static string Images(RuntimeDemand demand, Deployment deployment)
    {
        if (!demand.Demand.Version.StartsWith(NetPrefix, StringComparison.Ordinal) || ReleaseOf(demand.Demand.Version) is not { } wanted)
        {
            return "";
        }

        var places = deployment
            .Images.Where(image => image.Dockerfile.File == demand.Held.Span.File)
            .SelectMany(image => image.Stages)
            .Where(stage => stage.Declared.BaseStage is null && stage.Declared.Base.Span.StartLine != demand.Held.Span.StartLine)
            .Where(stage =>
                stage.Base.Text is { } text
                && ImageReference.Parse(text) is { } reference
                && ImageRuntime.Of(reference) is { Runtime: "dotnet" or "dotnet-sdk" } held
                && held.Line.First < wanted.First
            )
            .Select(stage => stage.Declared.Base.Span)
            .ToList();
        return places.Count > 0 ? $" and the same release in {PlaceList.Of(places)}" : "";
    }

    /// <summary>Where the projects that are built with it demand as much: with the first alone lowered, the next is refused.</summary>
    public static IEnumerable<SourceSpan> Projects(IReadOnlyList<RuntimeDemand> demands, Deployment deployment)
    {
        Queue<string> open = new(demands.Select(demand => demand.Demand.Span.File.Path));
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(path) || deployment.At<DotNetProject>(path) is not { } project)
            {
                continue;
            }

            foreach (var framework in project.TargetFrameworks)
            {
                if (framework.Value == demands[0].Demand.Version)
                {
                    yield return framework.Span;
                }
            }

            foreach (var reference in project.ProjectReferences)
            {
                if (RepositoryPath.Join(project.File.Directory, reference.Value) is { } other)
                {
                    open.Enqueue(other);
                }
            }
        }
    }

    /// <summary>The line of a manifest that refuses the release which the tool wants; null where none does.</summary>
    public static SourceSpan? HeldBy(RuntimeDemand demand, Deployment deployment) =>
        demand.Demand.Runtime == "ruby" && VersionLine.Parse(demand.Demand.Version) is { } wanted
            ? deployment
                .Images.Where(image => image.Dockerfile.File == demand.Held.Span.File)
                .Select(image => image.Build.Context)
                .OfType<string>()
                .Append(demand.Held.Span.File.Directory)
                .Distinct()
                .Select(directory => RepositoryPath.Join(directory, "Gemfile") is { } path ? deployment.At<Gemfile>(path) : null)
                .OfType<Gemfile>()
                .SelectMany(gemfile => gemfile.Runtimes)
                .FirstOrDefault(ruby =>
                    ruby.Runtime == "ruby" && VersionRange.Parse(ruby.Version, "ruby") is { } range && !range.Accepts(wanted)
                )
                ?.Span
            : null;

    private static VersionLine? ReleaseOf(string framework) => VersionLine.Parse(framework[NetPrefix.Length..]);
}
