namespace Seaworthy.Reading.Code.Go;

/// <summary>Under which tags the compiler takes a file: lines above its package, and the end of its name.</summary>
/// <remarks>Source: <c>go help buildconstraint</c>; <c>internal/syslist</c> of Go's source.</remarks>
internal static class GoConstraint
{
    private const string Line = "//go:build ";
    private const string OldLine = "// +build ";

    public static string? Of(string path, string text)
    {
        List<string> all = [.. OfName(path), .. OfText(text)];
        return all.Count == 0 ? null : string.Join(" && ", all);
    }

    private static IEnumerable<string> OfText(string text)
    {
        List<string> old = [];
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(Line, StringComparison.Ordinal))
            {
                // The older lines beside it say the same.
                return [$"({line[Line.Length..].Trim()})"];
            }

            if (line.StartsWith(OldLine, StringComparison.Ordinal))
            {
                old.Add($"({Rewritten(line[OldLine.Length..].Trim().ToString())})");
            }

            if (line.StartsWith("package ", StringComparison.Ordinal))
            {
                break;
            }
        }

        return old;
    }

    /// <summary>A blank is "or", a comma is "and".</summary>
    private static string Rewritten(string old) =>
        string.Join(
            " || ",
            old.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(choice => $"({choice.Replace(",", " && ", StringComparison.Ordinal)})")
        );

    /// <summary><c>service_windows.go</c>, <c>service_linux_arm64.go</c>.</summary>
    private static IEnumerable<string> OfName(string path)
    {
        var stem = path[(path.LastIndexOf('/') + 1)..].Split('.')[0].Split('_')[1..];
        return stem switch
        {
            [.., var system, var machine] when GoPlatforms.Systems.Contains(system) && GoPlatforms.Machines.Contains(machine) =>
            [
                system,
                machine,
            ],
            [.., var last] when GoPlatforms.Systems.Contains(last) || GoPlatforms.Machines.Contains(last) => [last],
            _ => [],
        };
    }
}
