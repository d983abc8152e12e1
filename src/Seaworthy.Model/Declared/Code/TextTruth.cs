namespace Seaworthy.Model.Declared.Code;

/// <summary>The program takes a variable's text for true or false without a look at what it says: any text that is not empty is true.</summary>
/// <param name="IsCertain">The truth of the text is asked in sight: <c>bool(…)</c>, <c>if</c>, a boolean setting of a framework. Otherwise a name keeps it that has a boolean to fall back to.</param>
/// <param name="IsZeroFalse"><c>0</c> is false as well, as in PHP.</param>
/// <remarks>
/// Sources: Python, "Truth Value Testing"; ECMAScript, "ToBoolean"; PHP Manual, "Converting to boolean"; Ruby, "Truthy and falsey".
/// </remarks>
public sealed record TextTruth(bool IsCertain, bool IsZeroFalse)
{
    private static readonly string[] Negative = ["false", "no", "off"];

    /// <summary>The text that the program itself falls back to, where it says no and is true.</summary>
    public string? Fallback { get; init; }

    /// <summary>A text that people write to switch something off, and that is true here.</summary>
    public bool IsDeceivedBy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Negative.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) || (text.Trim() == "0" && !IsZeroFalse);
    }
}
