namespace Seaworthy.Model.Known;

/// <summary>Which characters a token is written with.</summary>
public enum SecretAlphabet
{
    /// <summary>Letters and digits.</summary>
    Alphanumeric,

    /// <summary>Capital letters and digits.</summary>
    Upper,

    /// <summary>Capital letters and the digits 2 to 7, of RFC 4648.</summary>
    Base32,

    /// <summary>Digits and a to f.</summary>
    Hex,

    /// <summary>Letters, digits, <c>-</c> and <c>_</c>.</summary>
    UrlSafe,

    /// <summary>Letters, digits, <c>+</c>, <c>/</c> and <c>=</c>.</summary>
    Base64,

    /// <summary>The same as <see cref="UrlSafe"/> and dots.</summary>
    Dotted,
}
