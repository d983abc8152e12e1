using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The names of built images in complete compose projects.</summary>
/// <remarks>Source: Compose Build Specification, "Using build and image".</remarks>
internal static class BuiltImageNames
{
    public static IReadOnlyList<BuiltImageName> Link(Deployment deployment) =>
        [
            .. deployment
                .Targets.Where(target => target is { Kind: TargetKind.Compose, PartialBecause: null })
                .SelectMany(Of)
                // Another project of the same files repeats it.
                .DistinctBy(name => string.Join(' ', name.Builders.Select(builder => builder.Span))),
        ];

    private static IEnumerable<BuiltImageName> Of(Target target) =>
        from workload in target.Workloads
        where workload is { Image.Build.Span: not null, IsBuiltBeside: false }
        let name = NameOf(workload)
        where name is not null
        group workload by name into same
        let builders = same.Where(one => same.All(other => MayRunBeside(one, other))).ToList()
        where builders.Count > 0
        select new BuiltImageName(same.Key, builders) { Other = builders.Find(builder => Key(builder) != Key(builders[0])) };

    private static string? NameOf(Workload workload) =>
        workload.Reference?.Value.Text is { } text && ImageReference.Parse(text) is { } reference
            ? (reference with { Tag = reference.EffectiveTag }).ToString()
            : null;

    /// <summary>Services of different profiles are usually alternatives.</summary>
    private static bool MayRunBeside(Workload one, Workload other) =>
        one.Profiles.Count == 0 || other.Profiles.Count == 0 || one.Profiles.Intersect(other.Profiles).Any();

    private static string? Key(Workload workload) =>
        workload.Image is { } image
            ? string.Join(
                '\n',
                image
                    .Build.Arguments.Select(argument => $"{argument.Name}={argument.Value?.Text}")
                    .Order(StringComparer.Ordinal)
                    .Prepend(image.Build.Target?.Value)
                    .Prepend(image.Build.Context)
                    .Prepend(image.Dockerfile.File.Path)
            )
            : null;
}
