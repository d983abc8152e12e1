namespace Seaworthy.Engine.Importing;

/// <summary>A name with stars for any letters, whatever their case.</summary>
internal sealed class RulePattern(string text)
{
    private readonly string[] parts = text.Split('*');

    public bool Matches(string name)
    {
        if (parts.Length == 1)
        {
            return string.Equals(text, name, StringComparison.OrdinalIgnoreCase);
        }

        if (!name.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return name.Length - at >= parts[^1].Length && name.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }
}
