using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The directories of this repository that GitOps tools deliver.</summary>
internal static class DeliveryPaths
{
    private static readonly SearchValues<char> Computed = SearchValues.Create("${}*<>");

    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        var all = deployment
            .Of<KubernetesManifest>()
            .SelectMany(manifest => manifest.Objects)
            .OfType<GitDelivery>()
            .SelectMany(delivery => delivery.Sources, (delivery, source) => new Delivered(delivery, source))
            .Where(one => !one.Source.Path.Value.AsSpan().ContainsAny(Computed))
            .ToList();
        return all.GroupBy(one => Normal(one.Source.Repository), StringComparer.Ordinal)
            .SelectMany(same => OfRepository(deployment.Tree, [.. same]));
    }

    /// <summary>Nothing in a clone says what its own address is; a repository of which some paths are here is this one.</summary>
    private static IEnumerable<PathUse> OfRepository(RepositoryTree tree, List<Delivered> same)
    {
        var here = same.Where(one => Full(one.Source) is { Length: > 0 } path && tree.HasDirectory(path)).ToList();
        if (here.Count == 0)
        {
            yield break;
        }

        foreach (var one in same)
        {
            if (Full(one.Source) is not { Length: > 0 } path)
            {
                continue;
            }

            // Another branch may hold other directories.
            var isElsewhere = !here.Exists(other => Revision(other.Source) == Revision(one.Source));
            yield return Use(one, one.Source.Path, tree.Look(path, one.Source.Path.Value), isElsewhere);
            foreach (var file in tree.HasDirectory(path) ? one.Source.ValueFiles : [])
            {
                if (ValueFile(path, file.Value) is { } full)
                {
                    yield return Use(one, file, tree.Look(full, file.Value), isElsewhere);
                }
            }
        }
    }

    private static PathUse Use(Delivered one, Fact<string> path, PathAnswer answer, bool isElsewhere) =>
        new(PathRole.DeliveredPath, path.Value, path.Span, one.Delivery.ToString(), answer)
        {
            IsAssumed = isElsewhere,
            FromSpan = isElsewhere ? one.Source.Revision?.Span : null,
            IsConditional = RepositoryPath.IsSample(path.Span.File.Path),
        };

    private static string? Full(GitSource source) => RepositoryPath.Join("", source.Path.Value.TrimStart('/'));

    // Of another source, or of an address.
    private static string? ValueFile(string directory, string file) =>
        file.AsSpan().ContainsAny(Computed) || file.Contains("://", StringComparison.Ordinal) ? null
        : file is ['/', ..] ? RepositoryPath.Join("", file.TrimStart('/'))
        : RepositoryPath.Join(directory, file);

    private static string Revision(GitSource source) =>
        source.Revision?.Value is { } name && name is not ("HEAD" or "main" or "master") ? name : "";

    private static string Normal(string address)
    {
        var text = address.TrimEnd('/');
        return (text.EndsWith(".git", StringComparison.Ordinal) ? text[..^4] : text).ToLowerInvariant();
    }

    private sealed record Delivered(GitDelivery Delivery, GitSource Source);
}
