using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>How a script handles the failure of a command that does not stop it, as far as the lines around the command show.</summary>
public static class FailureBranch
{
    private const int LinesToExit = 10;

    /// <summary>The failure is kept in a variable that is looked at afterwards: <c>flutter test || failed=1</c>, <c>[ "$failed" = 0 ]</c>.</summary>
    /// <param name="step">The step that runs the command; where it does not hold the command, the command's own file is looked at.</param>
    public static bool KeepsFailure(this ShellCommand command, SourceSpan step)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(step);
        var line = command.Span.Line;
        var or = line.LastIndexOf("||", StringComparison.Ordinal);
        var kept = or < 0 ? "" : line[(or + 2)..].TrimStart(' ', '(', '{');
        var equals = kept.IndexOf('=', StringComparison.Ordinal);
        var text = step.Text.Contains(line, StringComparison.Ordinal) ? step.Text : command.Span.File.Text;
        return equals > 0
            && ShellName.Is(kept.AsSpan(0, equals))
            && text.IndexOf(line, StringComparison.Ordinal) is >= 0 and var at
            && text.AsSpan(at + line.Length) is var after
            && (
                after.Contains($"${kept[..equals]}", StringComparison.Ordinal)
                || after.Contains($"${{{kept[..equals]}", StringComparison.Ordinal)
            );
    }

    /// <summary>What follows ends the script with a failure whatever happens: the command is a way back from another one.</summary>
    public static bool EndsInFailure(this ShellCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var lines = command.Span.File.Lines;
        return Enumerable
            .Range(command.Span.EndLine + 1, LinesToExit)
            .Where(line => line <= lines.Count)
            .Select(line => lines.TextOf(line).Trim())
            .TakeWhile(line => line is not ("fi" or "else" or "done" or "}" or ";;") && !line.StartsWith("- ", StringComparison.Ordinal))
            .Any(line => line is "exit 1" or "exit 2" or "false");
    }

    /// <summary>What tests have covered is handed to a service in the same line.</summary>
    public static bool SendsCoverage(this ShellCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var line = command.Span.Line;
        return line.Contains("codecov", StringComparison.OrdinalIgnoreCase)
            || line.Contains("coveralls", StringComparison.OrdinalIgnoreCase);
    }
}
