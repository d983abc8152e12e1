using Seaworthy.Deploying.Commands;

namespace Seaworthy.Deploying.Backups;

/// <summary>Sends a copy to another machine by a command of the one who keeps it: rclone, scp, aws.</summary>
public static class OffHostCopy
{
    /// <summary>Stands for the directory of the copy.</summary>
    public const string DirectoryHole = "{}";

    private const string IdHole = "{id}";

    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>The command for one copy.</summary>
    public static CommandLine Of(IReadOnlyList<string> words, string directory, string id)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new CommandLine(
            words[0],
            [
                .. words
                    .Skip(1)
                    .Select(word =>
                        word.Replace(DirectoryHole, directory, StringComparison.Ordinal).Replace(IdHole, id, StringComparison.Ordinal)
                    ),
            ]
        )
        {
            Limit = Patience,
        };
    }
}
