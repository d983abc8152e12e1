namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The patterns with which a kustomization's patch selects names, as far as they are used: plain names, <c>.*</c>, and <c>a|b</c>.</summary>
/// <remarks>Kustomize documentation, "patches": the pattern must match the whole name.</remarks>
internal static class NamePattern
{
    public static bool Matches(string pattern, string name) =>
        pattern.Trim('^', '$', '(', ')').Split('|').Any(choice => MatchesOne(choice.Trim('(', ')'), name));

    private static bool MatchesOne(string pattern, string name)
    {
        var parts = pattern.Split(".*");
        if (parts.Length == 1)
        {
            return pattern == name;
        }

        if (
            name.Length < parts.Sum(part => part.Length)
            || !name.StartsWith(parts[0], StringComparison.Ordinal)
            || !name.EndsWith(parts[^1], StringComparison.Ordinal)
        )
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }
}
