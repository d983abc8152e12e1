namespace Seaworthy.Model.Topology;

/// <summary>A line of a workflow in which an empty value changes what is shown, and nothing else.</summary>
internal static class ShownValue
{
    public static bool IsIn(string line)
    {
        var command =
            line.StartsWith("- run: ", StringComparison.Ordinal) ? line["- run: ".Length..]
            : line.StartsWith("run: ", StringComparison.Ordinal) ? line["run: ".Length..]
            : line;
        return line.StartsWith("builder: ", StringComparison.Ordinal)
            || line.StartsWith("- name: ", StringComparison.Ordinal)
            || command.StartsWith("echo ", StringComparison.Ordinal)
                && !command.Contains('|', StringComparison.Ordinal)
                && (!command.Contains('>', StringComparison.Ordinal) || command.Contains("GITHUB_STEP_SUMMARY", StringComparison.Ordinal));
    }
}
