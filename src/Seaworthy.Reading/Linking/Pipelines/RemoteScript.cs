using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>A script that runs on another machine: its last command alone decides its status, unless <c>set -e</c> or an <c>exit</c> says otherwise.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.8.2 "Exit Status for Commands"; OpenSSH, ssh(1), "EXIT STATUS".</remarks>
internal sealed class RemoteScript
{
    private readonly List<ShellCommand> script;
    private readonly int decides;

    private RemoteScript(IReadOnlyList<ShellCommand> commands)
    {
        script = [.. commands.Where(command => command is { Function: null, IsInSubstitution: false })];
        decides = script.Exists(IsWatchful) ? -1 : script.FindLastIndex(command => command.Joint == ";");
    }

    /// <summary>The commands with those that decide instead of them.</summary>
    /// <param name="commands">Of the script, or of scripts within.</param>
    public static IEnumerable<StepCommand> Judged(IReadOnlyList<ShellCommand> script, IEnumerable<StepCommand> commands)
    {
        RemoteScript whole = new(script);
        return commands.Select(found => found with { LostBehind = found.LostBehind ?? whole.Behind(found.Command) });
    }

    private ShellCommand? Behind(ShellCommand command)
    {
        var at = script.FindIndex(own => own.Span.Holds(command.Span));
        return
            at >= 0
            && at < decides
            && script[at] is { MayFailUnnoticed: false, IsBackground: false }
            && script[decides] is { IsConditional: false, IsCondition: false, Loop: null } last
            && !script.Skip(at + 1).Any(IsCheck)
            ? last
            : null;
    }

    private static bool IsWatchful(ShellCommand command) => command.StopsOnError || command.Program is "exit" or "trap" or "die" or "fail";

    // It fails too where nothing runs.
    private static bool IsCheck(ShellCommand command) => command is { FailureIsMasked: false, Program: "curl" or "wget" or "nc" };
}
