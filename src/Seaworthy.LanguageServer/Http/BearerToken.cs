using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Seaworthy.LanguageServer.Http;

/// <summary>The secret that a client of the HTTP server must send with every request.</summary>
/// <param name="text">As it stands behind <c>Bearer</c>.</param>
/// <remarks>Source: RFC 6750, 2.1 "Authorization Request Header Field".</remarks>
public sealed class BearerToken(string text)
{
    /// <summary>What nobody guesses: half of what a made one has.</summary>
    public const int Shortest = 16;

    private const int Bytes = 32;
    private const string Scheme = "Bearer ";

    private readonly byte[] hash = Hash(text);

    /// <summary>The token itself, for the one line that gives it to the user.</summary>
    public string Text => text;

    /// <summary>A new one.</summary>
    public static BearerToken Make() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Whether a header <c>Authorization</c> carries it; takes as long for a wrong one as for the right one.</summary>
    internal bool IsIn(string? authorization) =>
        authorization is not null
        && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(authorization[Scheme.Length..].Trim()), hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
