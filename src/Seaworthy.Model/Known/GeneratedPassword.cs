using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>A variable that gets random bytes in Base64.</summary>
/// <param name="Span">What makes them.</param>
public sealed record GeneratedPassword(string Variable, int Bytes, SourceSpan Span)
{
    /// <summary>How many of a hundred such texts have a slash.</summary>
    public int WithSlash => GeneratedPasswords.WithSlash(Bytes);
}
