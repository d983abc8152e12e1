using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Entry point and command as one: the words of the command follow those of the entry point.</summary>
/// <remarks>Source: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact".</remarks>
internal static class StartWords
{
    public static IReadOnlyList<ShellCommand> Join(IReadOnlyList<ShellCommand> entry, IReadOnlyList<ShellCommand> command)
    {
        if (entry is not [{ Words.Count: > 0 } first] || command is not [{ Words.Count: > 0 } rest])
        {
            return [.. entry, .. command];
        }

        return IsScript(first) ? [first, rest] : [first with { Words = [.. first.Words, .. rest.Words] }];
    }

    private static bool IsScript(ShellCommand command) =>
        command.Words.Any(word =>
            word.Literal is { } text
            && (text.EndsWith(".sh", StringComparison.Ordinal) || text.Contains("entrypoint", StringComparison.Ordinal))
        );
}
