namespace Seaworthy.Model.Source;

/// <summary>A text with stars for any letters, whatever their case: names of images, hosts and rules, in which slashes and dots are letters like others.</summary>
public sealed class StarPattern
{
    private readonly string[] parts;

    public StarPattern(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        parts = text.Split('*');
    }

    public string Text { get; }

    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (parts.Length == 1)
        {
            return string.Equals(Text, name, StringComparison.OrdinalIgnoreCase);
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

    public override string ToString() => Text;
}
