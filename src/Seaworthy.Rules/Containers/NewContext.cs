using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What has to change beside the context: Compose looks for the Dockerfile below it.</summary>
/// <remarks>Source: Compose Build Specification, <c>dockerfile</c>.</remarks>
internal static class NewContext
{
    /// <summary>The full fix of a source below another directory: a context with all sources, or every line corrected.</summary>
    /// <param name="context">The one that the build has; null when that is not known.</param>
    public static string Remedy(PathUse use, string? context, MeantContext meant, Deployment deployment)
    {
        var isBelow = context is not null && RepositoryPath.Inside(context, meant.Path) is not null;
        var lines = PlaceList.Of(isBelow ? RestingLines(use, deployment) : MisnamedLines(use, deployment));
        var lacking = Lacks(use, meant.Path, deployment);
        var given = use.FromSpan is { } call
            ? $"et the build context to {meant.Name} in {call}{Dockerfile(use, meant.Path, call, deployment)}"
            : $"et the build context to {meant.Name}";
        var isInside = context is not null && use.Answer.Actual is { } actual && RepositoryPath.Inside(context, actual) is not null;
        return (isInside, lacking) switch
        {
            (true, not null) =>
                $"Write the source paths as they are in {use.From}, in every line that uses them: {lines}; {meant.Name} cannot be the context: {lacking}.",
            (true, null) =>
                $"S{given}; or keep the context, and write the source paths as they are in {use.From}, in every line that uses them: {lines}.",
            (false, not null) =>
                $"Put {use.Answer.Actual} into {use.From}; or s{given}, and write the source paths as they are there, in every line that uses them ({lines}): {lacking}.",
            (false, null) => $"S{given}; or keep the context, and put {use.Answer.Actual} into {use.From}.",
        };
    }

    /// <summary>The lines that name a source with its path from a directory above.</summary>
    private static IEnumerable<SourceSpan> MisnamedLines(PathUse use, Deployment deployment) =>
        deployment
            .Paths.Where(other =>
                other.Role == PathRole.CopySource
                && other.Span.File == use.Span.File
                && other.FromSpan == use.FromSpan
                && other.Answer.Presence == Presence.Elsewhere
            )
            .Select(other => other.Span);

    /// <summary>The lines that rest on a context which is too high: those that copy of it, and those that name what was copied.</summary>
    private static IReadOnlyList<SourceSpan> RestingLines(PathUse use, Deployment deployment)
    {
        var name = RepositoryPath.NameOf(use.Path.TrimEnd('/'));
        return deployment.At<Dockerfile>(use.Span.File.Path) is { } file
            ? [.. file.Stages.SelectMany(stage => stage.Instructions).Where(Rests).Select(instruction => instruction.Span)]
            : [use.Span];

        bool Rests(DockerInstruction instruction) =>
            instruction is DockerInstruction.Copy { From: null }
            || (instruction is DockerInstruction.Run && name.Length > 1 && instruction.Span.Mentions(name));
    }

    /// <summary>What the other context lacks, as half a sentence: the source of another line, or a project beside it; null where it has everything.</summary>
    private static string? Lacks(PathUse use, string context, Deployment deployment) =>
        SourceOutside(use, context, deployment) ?? ProjectOutside(context, deployment);

    private static string? SourceOutside(PathUse use, string context, Deployment deployment) =>
        deployment
            .Paths.Where(other =>
                other.Role == PathRole.CopySource
                && other.Span.File == use.Span.File
                && other.FromSpan == use.FromSpan
                && other.Answer is { Presence: Presence.Present, Looked: { Length: > 0 } }
                && other.Path.Trim('.', '/').Length > 0
            )
            .Where(other => RepositoryPath.Join(context, other.Path) is { } path && !deployment.Tree.Has(path))
            .Select(other => $"it has no {other.Path} ({other.Span})")
            .FirstOrDefault();

    private static string? ProjectOutside(string context, Deployment deployment) =>
        deployment
            .Of<DotNetProject>()
            .Where(project => project.File.IsBelow(context))
            .SelectMany(project => project.ProjectReferences, (project, reference) => new { project.File.Directory, reference })
            .Where(one =>
                RepositoryPath.Join(one.Directory, one.reference.Value) is { } path && RepositoryPath.Inside(context, path) is null
            )
            .Select(one => $"{one.reference.Span} refers to a project outside it")
            .FirstOrDefault();

    public static string Dockerfile(PathUse use, string? context, SourceSpan call, Deployment deployment) =>
        context is not null && deployment.At<ComposeFile>(call.File.Path) is not null
            ? $" (`context: {(RelativePath.Of(call.File.Directory, context) is { Length: > 0 } path ? path : ".")}`) with `dockerfile: {RelativePath.Of(context, use.Span.File.Path)}`, a path from there"
            : "";
}
