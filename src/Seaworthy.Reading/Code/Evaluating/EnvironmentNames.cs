namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>What the name of an environment variable looks like where only its look tells.</summary>
internal static class EnvironmentNames
{
    /// <summary>Capitals, digits and underscores, beginning with a capital.</summary>
    public static bool IsName(string text)
    {
        if (text.Length < 2 || !char.IsAsciiLetterUpper(text[0]))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterUpper(character) && !char.IsAsciiDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }
}
