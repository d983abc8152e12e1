using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>The commands that a command hands to another shell: here (<c>sh -c</c>), or on another machine (<c>ssh</c>). What runs inside a container is that container's own.</summary>
internal static class InnerSites
{
    private const int DepthLimit = 3;

    /// <param name="command">The one that hands them over.</param>
    /// <param name="subject">Its runner.</param>
    /// <param name="here">Where a command runs that stays on this machine.</param>
    /// <param name="there">Where a command runs on another machine.</param>
    public static IEnumerable<CommandSite> Of(
        ShellCommand command,
        string subject,
        Func<ShellCommand, IReadOnlyList<string>> here,
        Func<ShellCommand, IReadOnlyList<string>> there
    ) => Of(command, subject, here, there, depth: 0);

    private static IEnumerable<CommandSite> Of(
        ShellCommand command,
        string subject,
        Func<ShellCommand, IReadOnlyList<string>> here,
        Func<ShellCommand, IReadOnlyList<string>> there,
        int depth
    )
    {
        if (depth == DepthLimit || InnerScript.Of(command) is not { } script || (script.IsElsewhere && !script.IsRemote))
        {
            return [];
        }

        var commands = ShellParser.ParseInner(command);
        var variables = ShellVariables.Of(commands);
        var directories = script.IsRemote ? there : here;
        return commands.SelectMany(inner =>
            Of(inner, subject, directories, there, depth + 1)
                .Prepend(
                    new CommandSite(inner, subject, directories(inner))
                    {
                        Variables = variables,
                        IsRemote = script.IsRemote,
                        IsAssumed = script.IsRemote,
                    }
                )
        );
    }
}
