using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Interpolation;

/// <summary>A dollar sign before a single letter, such as in a random key or in the loop of a shell, which Compose takes for a variable: nobody calls a setting so.</summary>
public static class BareDollar
{
    /// <param name="variable">The name that is taken for a variable, and the value in which it stands.</param>
    public static bool Is(Fact<string> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.Value is [var letter]
            && variable.Span.Text is var value
            && (char.IsAsciiLetterLower(letter) || FollowsText(value, letter))
            && !value.Contains($"${{{letter}", StringComparison.Ordinal);
    }

    private static bool FollowsText(string value, char letter) =>
        value.IndexOf($"${letter}", StringComparison.Ordinal) is > 0 and var at && char.IsLetterOrDigit(value[at - 1]);
}
