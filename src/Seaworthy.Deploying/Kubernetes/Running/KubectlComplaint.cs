using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>What kubectl says is wrong, without the advice that it gives for its own options.</summary>
internal static class KubectlComplaint
{
    private static readonly string[] Beginnings = ["error:", "Error from server", "The "];

    public static string Of(ProcessResult result)
    {
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var begin = Array.FindIndex(lines, line => Array.Exists(Beginnings, start => line.StartsWith(start, StringComparison.Ordinal)));
        if (begin < 0)
        {
            return (lines.LastOrDefault(line => !line.StartsWith("Warning:", StringComparison.Ordinal)) ?? result.Complaint).TrimEnd('.');
        }

        // Conflicts and invalid fields are a list below the sentence.
        var list = lines
            .Skip(begin + 1)
            .TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* spec", StringComparison.Ordinal))
            .Select(line => line[2..]);
        var sentence = lines[begin].StartsWith("error: ", StringComparison.Ordinal) ? lines[begin]["error: ".Length..] : lines[begin];
        return string.Join(' ', list.Prepend(sentence)).TrimEnd('.');
    }

    /// <summary>The managers whose fields an apply would change.</summary>
    public static IReadOnlyList<string> Managers(ProcessResult result) =>
        [
            .. result
                .Error.Split("conflict")
                .Skip(1)
                .Select(part => part.TrimStart('s').Split('"'))
                .Where(parts => parts is [" with ", _, ..])
                .Select(parts => parts[1])
                .Distinct(),
        ];

    /// <summary>The fields that an apply would change, as a path each.</summary>
    public static IReadOnlyList<string> Fields(ProcessResult result) =>
        [
            .. result
                .Error.Split('\n', StringSplitOptions.TrimEntries)
                .Select(line =>
                    line.StartsWith("- .", StringComparison.Ordinal) ? line[2..]
                    : line.Contains("conflict with ", StringComparison.Ordinal)
                    && line.LastIndexOf(": .", StringComparison.Ordinal) is > 0 and var at
                        ? line[(at + 2)..]
                    : ""
                )
                .Where(field => field.Length > 0),
        ];

    public static bool IsMissing(ProcessResult result) => result.Error.Contains("(NotFound)", StringComparison.Ordinal);

    public static bool IsThere(ProcessResult result) => result.Error.Contains("(AlreadyExists)", StringComparison.Ordinal);

    public static bool IsForbidden(ProcessResult result) => result.Error.Contains("(Forbidden)", StringComparison.Ordinal);
}
