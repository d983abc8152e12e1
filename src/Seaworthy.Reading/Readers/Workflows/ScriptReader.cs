using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads the commands of a script that holds <c>${{ expressions }}</c>.</summary>
internal static class ScriptReader
{
    public static IReadOnlyList<ShellCommand> Commands(ScalarNode node) => [];
}
