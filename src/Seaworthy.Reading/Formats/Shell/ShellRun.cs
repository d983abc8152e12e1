using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What a script would run, in the order of its text.</summary>
/// <param name="Computations">Each <c>(( … ))</c>, as a command without words.</param>
internal sealed record ShellRun(
    IReadOnlyList<ShellCommand> Commands,
    IReadOnlyList<ShellCommand> Computations,
    IReadOnlyList<Fact<string>> Functions
);
