using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The Dockerfiles that a missing one may mean: those in a directory of the same name, else those that build from the same context.</summary>
internal static class OtherDockerfile
{
    private const int Most = 3;

    public static string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        var use = uses[0];
        var found = OfSameDirectory(use.Answer.Looked, deployment.Tree);
        found = found.Count > 0 ? found : OfSameContext(use, deployment);
        return $"{Begin(uses, deployment)}.{(found.Count is > 0 and <= Most ? $" The repository has {string.Join(", ", found)}." : "")}";
    }

    /// <summary>Those of the same name below a directory of the same name: <c>agents/mapping/Dockerfile</c> for <c>mapping/Dockerfile</c>.</summary>
    public static IReadOnlyList<string> OfSameDirectory(string looked, RepositoryTree tree) =>
        RepositoryPath.Parent(looked) is { Length: > 0 } parent
            ?
            [
                .. tree.FilesNamed(RepositoryPath.NameOf(looked))
                    .Where(path => path != looked && RepositoryPath.NameOf(RepositoryPath.Parent(path)) == RepositoryPath.NameOf(parent)),
            ]
            : [];

    /// <summary>Where a build names no file, the remedy names the key for it.</summary>
    private static string Begin(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        Key(uses[0], deployment) is { } key
            ? $"Add {uses[0].Answer.Looked}, or set `{key}:` to an existing Dockerfile in {PlaceList.Of(uses)}"
            : MissingPath.Remedy(uses).TrimEnd('.');

    private static string? Key(PathUse use, Deployment deployment) =>
        !use.IsUsualName ? null
        : deployment.At<Workflow>(use.Span.File.Path) is not null && !IsOfCommand(use, deployment) ? "file"
        : deployment.At<ComposeFile>(use.Span.File.Path) is not null ? "dockerfile"
        : null;

    private static bool IsOfCommand(PathUse use, Deployment deployment) =>
        deployment.CommandsIn(use.Span.File).Any(site => site.Span.Holds(use.Span));

    /// <summary>Those that others build from that directory; where nobody does, those that find there all that they copy.</summary>
    private static IReadOnlyList<string> OfSameContext(PathUse use, Deployment deployment)
    {
        if (use.Context is not { } context)
        {
            return [];
        }

        var name = RepositoryPath.NameOf(use.Answer.Looked);
        var all = deployment.Of<Dockerfile>().Where(file => file.File.IsBelow(context)).ToLookup(file => file.File.Name == name);
        var named = (all[true].Any() ? all[true] : all[false]).ToList();
        var built = deployment
            .Images.Where(image => image.Build is { IsAssumed: false } build && build.Context == context)
            .Select(image => image.Dockerfile)
            .ToHashSet();
        var usual = named.Where(built.Contains).ToList();
        return
        [
            .. (usual.Count > 0 ? usual : named.Where(file => FindsAll(file, context, deployment.Tree))).Select(file => file.File.Path),
        ];
    }

    private static bool FindsAll(Dockerfile file, string context, RepositoryTree tree) =>
        file
            .Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Copy>()
            .Where(copy => copy.From is null)
            .SelectMany(copy => copy.Sources)
            .All(source =>
                source.Literal is not { } path
                || path.AsSpan().ContainsAny('*', '?', '[')
                || path.Contains("://", StringComparison.Ordinal)
                || RepositoryPath.Join(context, path) is not { } full
                || full.Length == 0
                || tree.Has(full)
            );
}
