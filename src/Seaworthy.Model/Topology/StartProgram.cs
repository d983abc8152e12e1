using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The program with which a container begins.</summary>
/// <param name="Word">As written; <c>/bin/sh</c> for the shell form of a Dockerfile.</param>
/// <param name="IsEntryPoint">It is in the place of the entry point; otherwise an entry point of the base image may take it as an argument.</param>
public sealed record StartProgram(Fact<string> Word, bool IsEntryPoint)
{
    /// <summary>What the entry point or else the command of an image starts.</summary>
    public static StartProgram? Of(CommandLine? entry, CommandLine? command)
    {
        if ((entry is { IsEmpty: false } ? entry : command) is not { IsEmpty: false } line)
        {
            return null;
        }

        var isEntryPoint = ReferenceEquals(line, entry);
        return line is { IsExec: true, Words: [var first, ..] } ? new StartProgram(first, isEntryPoint)
            : line is { IsExec: false, Commands.Count: > 0, IsBrokenExec: false }
                ? new StartProgram(new Fact<string>("/bin/sh", line.Span), isEntryPoint)
            : null;
    }
}
