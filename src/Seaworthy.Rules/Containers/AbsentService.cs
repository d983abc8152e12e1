using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A service that Compose builds from its own directory, which does not exist, and that no other service depends on: the remains of a removed one.</summary>
internal static class AbsentService
{
    /// <summary>Null where something is there to build, or another service needs it.</summary>
    public static string? Remedy(PathUse use, Deployment deployment) =>
        Directory(use, deployment.Tree) is { } directory
        && !HasNamesake(directory, deployment.Tree)
        && deployment.At<ComposeFile>(use.Span.File.Path)?.Services.FirstOrDefault(service => service.Span.Holds(use.Span)) is { } service
        && Everywhere(service.Name.Value, use.Span.File.Directory, deployment) is { } parts
            ? $"Remove the service {service.Name.Value} from {PlaceList.Of(parts.Select(part => part.Name.Span))}: nothing depends on it, and {directory} does not exist. If you need it, add {directory} with its sources."
            : null;

    private static string? Directory(PathUse use, RepositoryTree tree) =>
        use is { Role: PathRole.BuildContext, Answer.Presence: Presence.Absent } ? MissingPath.Cause(use, tree)
        : RepositoryPath.Parent(use.Answer.Looked) is { Length: > 0 } parent
            ? MissingPath.LostDirectory(use, tree) is null ? null
                : tree.OutermostMissing(parent)
        : null;

    /// <summary>The directory is there under the same name in another place: the path is wrong, and the service is not.</summary>
    private static bool HasNamesake(string directory, RepositoryTree tree)
    {
        var part = $"/{RepositoryPath.NameOf(directory)}/";
        return tree.Files.Any(file => $"/{file.Path}".Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The service in all Compose files of the directory; null where one of their services names it.</summary>
    private static IReadOnlyList<ComposeService>? Everywhere(string name, string directory, Deployment deployment)
    {
        var all = deployment.In<ComposeFile>(directory).SelectMany(file => file.Services).ToList();
        return all.Exists(service => service.Name.Value != name && service.Span.Mentions(name))
            ? null
            : all.Where(service => service.Name.Value == name).ToList();
    }
}
