namespace Seaworthy.Reading.Code.Go;

/// <summary>Struct tags: <c>key:"value" key:"value"</c>.</summary>
/// <remarks>Source: Go package documentation, "reflect", type StructTag.</remarks>
internal static class GoStructTag
{
    /// <summary>The value of a key; null when the tag has none.</summary>
    public static string? Value(string tag, string key)
    {
        for (var at = tag.IndexOf(key, StringComparison.Ordinal); at >= 0; at = tag.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            var quote = at + key.Length + 1;
            var isWhole = (at == 0 || char.IsWhiteSpace(tag[at - 1])) && quote < tag.Length && tag[quote - 1] == ':' && tag[quote] == '"';
            if (isWhole)
            {
                var end = tag.IndexOf('"', quote + 1);
                return end < 0 ? null : tag[(quote + 1)..end];
            }
        }

        return null;
    }
}
