namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The words that stand before an equals sign in a text.</summary>
internal static class GivenNames
{
    public static IEnumerable<string> In(string text)
    {
        for (var equals = text.IndexOf('=', StringComparison.Ordinal); equals >= 0; equals = text.IndexOf('=', equals + 1))
        {
            var start = equals;
            while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            {
                start--;
            }

            if (start < equals)
            {
                yield return text[start..equals];
            }
        }
    }
}
