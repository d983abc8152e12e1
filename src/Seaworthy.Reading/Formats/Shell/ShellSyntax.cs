using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What a shell text says: its commands in order, its functions, and what is wrong with it.</summary>
internal sealed record ShellSyntax(
    IReadOnlyList<ShellCommand> Commands,
    IReadOnlyList<Fact<string>> Functions,
    IReadOnlyList<Problem> Problems
);
