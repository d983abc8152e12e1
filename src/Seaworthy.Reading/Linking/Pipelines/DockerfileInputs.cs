using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Dockerfiles that are named to actions and workflows of others, by inputs that say so: <c>dockerfile_path: api/Dockerfile</c>.</summary>
/// <remarks>Whether such a path counts from the root or from a context is theirs to say: it is absent only where no directory of the repository has it.</remarks>
internal static class DockerfileInputs
{
    // The name without the signs between its words.
    private static readonly string[] Names = ["dockerfile", "dockerfilepath", "pathtodockerfile", "dockerfilelocation", "dockerfilename"];

    // What other code reads in a way of its own.
    private static readonly string[] Known = ["docker/build-push-action", "elgohr/publish-docker-github-action"];

    public static IEnumerable<PathUse> Of(RepositoryTree tree, WorkflowJob job, string subject) =>
        job.Uses is { Kind: ActionReferenceKind.Repository } ? job.With.SelectMany(input => Of(tree, input, subject)) : [];

    public static IEnumerable<PathUse> Of(RepositoryTree tree, WorkflowStep step, string subject) =>
        step.Uses is { Kind: ActionReferenceKind.Repository } uses && !Known.Contains(uses.Name)
            ? step.With.SelectMany(input => Of(tree, input, subject))
            : [];

    private static IEnumerable<PathUse> Of(RepositoryTree tree, NamedTemplate input, string subject)
    {
        var name = input.Name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        if (
            Names.Contains(name)
            && input.Value.Literal?.Trim() is { Length: > 0 } written
            && !written.Contains("://", StringComparison.Ordinal)
            && written.AsSpan().IndexOfAny('*', '$', '\n') < 0
            && RepositoryPath.Join("", written) is { Length: > 0 } path
            && RepositoryPath.NameOf(path).Contains("ockerfile", StringComparison.Ordinal)
        )
        {
            var isThere = tree.FilesNamed(RepositoryPath.NameOf(path))
                .Any(file => file == path || file.EndsWith("/" + path, StringComparison.Ordinal));
            yield return new PathUse(
                PathRole.Dockerfile,
                written,
                input.Value.Span,
                subject,
                isThere ? new PathAnswer(Presence.Present, path) : tree.Look(path)
            );
        }
    }
}
