using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Where a stage has the index of packages: the images of Debian, Ubuntu and those built upon them come without.</summary>
/// <remarks>Source: Docker documentation, "Building best practices", "apt-get"; apt-get(8), "update".</remarks>
internal static class PackageIndexes
{
    // What they run may fetch it.
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "sh",
        "bash",
        "eval",
        "source",
        ".",
        "make",
        "python",
        "python3",
        "install_packages",
        "apt-install",
        "ansible-playbook",
    };

    /// <summary>The place in the file after which it may be there: 0 if it may be from the start; null if nothing fetches it.</summary>
    public static int? FetchedAt(ImageStage stage)
    {
        if (stage.Declared.Instructions.Any(instruction => instruction is DockerInstruction.Run { Mounts.Count: > 0 }))
        {
            return 0;
        }

        return stage
            .Commands.Where(command => MayFetch(command.Command.Program, command.Command.Text))
            .Select(command => (int?)command.Command.Span.Start)
            .Min();
    }

    private static bool MayFetch(string program, string text) =>
        text.Contains("update", StringComparison.Ordinal)
        || program.Length == 0
        || Unread.Contains(program)
        || program.EndsWith(".sh", StringComparison.Ordinal)
        || text is ['/' or '.', ..];
}
