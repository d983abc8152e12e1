using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>Looks for what a command needs in the directories in which it may run.</summary>
internal static class PathLookup
{
    /// <param name="directories">Where the command may run, the likeliest first.</param>
    /// <param name="point">What stands before the command.</param>
    /// <param name="isAssumed">The directories are only the usual ones.</param>
    public static PathAnswer? Find(
        RepositoryTree tree,
        CommandPath path,
        IReadOnlyList<string> directories,
        WorkspacePoint? point,
        bool isAssumed
    )
    {
        var places = directories.Select(directory => RepositoryPath.Join(directory, path.Directory)).OfType<string>().ToList();
        if (places.Count == 0 || RepositoryPath.Join(places[0], path.Path) is not { Length: > 0 } likeliest)
        {
            return null;
        }

        if (places.Exists(place => IsThere(tree, path, place)))
        {
            return new PathAnswer(Presence.Present, likeliest);
        }

        if (point?.OtherTreeBecause is { } other)
        {
            return Unknown(likeliest, other);
        }

        if (tree.FindSubmodule(likeliest) is { } module)
        {
            return Unknown(likeliest, $"{module.Path} is a submodule");
        }

        if (
            tree.HasFile(".gitmodules")
            && likeliest.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            && !tree.HasDirectory(likeliest[..slash])
        )
        {
            return Unknown(likeliest, "the repository has submodules, and this may be one");
        }

        var answer = tree.Look(likeliest, path.Path);
        if (answer.Presence == Presence.OtherCase)
        {
            return point?.Around.IgnoresCase == true ? new PathAnswer(Presence.Present, likeliest) : answer;
        }

        // What git ignores, people do not write: some command makes it.
        if (point?.MayBeMade(likeliest, path.IsSource && answer.Presence != Presence.IgnoredByGit) is { } maker)
        {
            return Unknown(likeliest, maker);
        }

        return isAssumed && Elsewhere(tree, path) is { } place
            ? Unknown(likeliest, $"its working directory is unknown, and {place} exists")
            : answer;
    }

    private static bool IsThere(RepositoryTree tree, CommandPath path, string place) =>
        (path.LooksUpwards ? RepositoryPath.Ancestors(place) : [place]).Any(directory =>
            path.Others.Prepend(path.Path).Any(name => IsIn(tree, directory, name))
        );

    private static bool IsIn(RepositoryTree tree, string directory, string name) =>
        name is ['*', .. var ending]
            ? tree.FilesIn(directory).Any(file => file.Path.EndsWith(ending, StringComparison.Ordinal))
            : RepositoryPath.Join(directory, name) is { } full && tree.Has(full);

    private static string? Elsewhere(RepositoryTree tree, CommandPath path)
    {
        var tail = "/" + path.Path.TrimStart('.', '/');
        return tree.Files.FirstOrDefault(file => file.Path.EndsWith(tail, StringComparison.Ordinal))?.Path;
    }

    private static PathAnswer Unknown(string path, string why) => new(Presence.Unknown, path, Why: why);
}
