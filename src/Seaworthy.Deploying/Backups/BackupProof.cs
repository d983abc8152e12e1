using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>A copy restored into a scratch container without a network, which is gone afterwards.</summary>
internal sealed class BackupProof(DockerEngine engine, CopyFiles files, string project)
{
    /// <returns>How many tables, indexes, keys and files were compared.</returns>
    /// <param name="manifest">The copy.</param>
    /// <param name="source">The container that it was made from, to be compared with; null for nothing to compare with.</param>
    /// <param name="before">What the store said before the copy was made.</param>
    public int Compare(BackupManifest manifest, string? source, IReadOnlyList<string>? before) =>
        manifest.Commands is { } commands
            ? OfDatabase(commands, manifest, source, before)
            : new FilesProof(engine, files, project).Compare(manifest);

    /// <summary>What a store says of all that it holds, where the lines hold what was written; null where they are of no use before a copy.</summary>
    public IReadOnlyList<string>? Said(StoreCommands? commands, string container) =>
        commands is { IsExact: true } ? Lines(container, commands) : null;

    private int OfDatabase(StoreCommands commands, BackupManifest manifest, string? source, IReadOnlyList<string>? before)
    {
        using var scratch = ScratchContainer.Holding(engine, files, project, manifest, commands);
        var found = Lines(scratch.Name, commands);
        if (source is null)
        {
            return commands.Count(found);
        }

        var after = Lines(source, commands);
        // What was written meanwhile is no fault of the copy.
        var isSame = commands.IsExact
            ? before is null || !before.SequenceEqual(after) || found.SequenceEqual(after)
            : Shape(found).SequenceEqual(Shape(after));
        return isSame
            ? commands.Count(found)
            : throw new DeployFailedException(
                commands.IsExact
                    ? $"the copy {manifest.Id} does not hold what {source} holds"
                    : $"the copy {manifest.Id} has other tables or indexes than {source}"
            );
    }

    /// <summary>Rows may have been written since the copy was made; tables and indexes may not.</summary>
    private static IEnumerable<string> Shape(IReadOnlyList<string> lines) =>
        lines.Select(line => line.StartsWith("table ", StringComparison.Ordinal) ? string.Join(' ', line.Split(' ').Take(2)) : line);

    private IReadOnlyList<string> Lines(string container, StoreCommands commands) =>
        engine
            .Do(
                DockerCommands.Script(
                    container,
                    commands.Compare,
                    engine.Find(container) is { Role: not "scratch" } own ? commands.Login(own) : null
                )
            )
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
