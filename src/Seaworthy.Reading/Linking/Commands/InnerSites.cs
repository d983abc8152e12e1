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
    ) => Of(command, subject, here, there, isRemote: false, depth: 0);

    private static IEnumerable<CommandSite> Of(
        ShellCommand command,
        string subject,
        Func<ShellCommand, IReadOnlyList<string>> here,
        Func<ShellCommand, IReadOnlyList<string>> there,
        bool isRemote,
        int depth
    )
    {
        if (depth == DepthLimit || InnerScript.Of(command) is not { Place: not InnerPlace.Container } script)
        {
            return [];
        }

        // What a shell of another machine starts runs there, too.
        var isThere = isRemote || script.Place != InnerPlace.Here;
        var commands = ShellParser.ParseInner(command, script);
        var variables = ShellVariables.Of(commands);
        return commands.SelectMany(inner =>
            Of(variables.WithProgram(inner), subject, here, there, isThere, depth + 1)
                .Prepend(
                    new CommandSite(inner, subject, isThere ? there(inner) : here(inner))
                    {
                        Variables = variables,
                        IsRemote = isThere,
                        IsAssumed = isThere,
                        IsReadFromInput = script.IsOnInput,
                    }
                )
        );
    }
}
