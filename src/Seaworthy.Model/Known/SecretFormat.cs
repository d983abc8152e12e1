namespace Seaworthy.Model.Known;

/// <summary>The form of an issuer's tokens: a fixed beginning, then so many characters of an alphabet.</summary>
/// <param name="Maximum">The most characters after the prefix; what is longer is something else.</param>
public sealed record SecretFormat(string Kind, string Prefix, SecretAlphabet Alphabet, int Minimum, int Maximum)
{
    /// <summary>Opens nothing that matters: made for trying out, or public by design.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>The name of a key: without its secret half it opens nothing.</summary>
    public bool IsId { get; init; }

    /// <summary>Must stand somewhere after the prefix as well.</summary>
    public string? Inner { get; init; }

    /// <summary>Ends in a checksum of the rest: what does not fit was typed by somebody.</summary>
    public bool HasChecksum { get; init; }

    public bool Allows(char letter) =>
        Alphabet switch
        {
            SecretAlphabet.Upper => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter),
            SecretAlphabet.Base32 => char.IsAsciiLetterUpper(letter) || letter is >= '2' and <= '7',
            SecretAlphabet.Hex => char.IsAsciiHexDigitLower(letter),
            SecretAlphabet.UrlSafe => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_',
            SecretAlphabet.Base64 => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' or '=',
            SecretAlphabet.Dotted => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.',
            _ => char.IsAsciiLetterOrDigit(letter),
        };
}
