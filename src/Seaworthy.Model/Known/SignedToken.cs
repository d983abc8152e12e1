using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>What a JSON Web Token says of itself.</summary>
/// <remarks>Source: RFC 7519, sections 4.1.4 and 4.1.6.</remarks>
public static class SignedToken
{
    // The digest of the shortest algorithm, HS256, in Base64url without padding.
    private const int ShortestSignature = 43;

    private static readonly TimeSpan Short = TimeSpan.FromDays(1);

    // The day that stands for today.
    private static readonly long Today = new DateTimeOffset(
        EndOfLifeDates.AsOf.ToDateTime(TimeOnly.MinValue),
        TimeSpan.Zero
    ).ToUnixTimeSeconds();

    /// <summary>Opens nothing any more: its end is past, or it was issued for a day at most, which is over by the time it is read in a repository.</summary>
    public static bool IsSpent(string value) =>
        Says(
            value,
            claims =>
                Seconds(claims, "exp") is { } end
                && (end < Today || (Seconds(claims, "iat") is { } start && end > start && end - start <= Short.TotalSeconds))
        );

    /// <summary>The token that jwt.io shows and documentation copies, signed with a published word.</summary>
    /// <remarks>Source: jwt.io, "JWT Debugger", the example.</remarks>
    public static bool IsSample(string value) =>
        Says(value, claims => Text(claims, "sub") == "1234567890" && Text(claims, "name") == "John Doe");

    /// <summary>Written by hand: nothing signs with so few letters as stand behind its claims.</summary>
    /// <remarks>Source: RFC 7518, section 3.2: a digest of SHA-256 has 32 bytes.</remarks>
    public static bool IsMadeUp(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Split('.') is [['e', 'y', 'J', ..], ['e', 'y', 'J', ..], { Length: < ShortestSignature }];
    }

    /// <summary>The key of a project of Supabase that passes by the rules of its rows. The keys of its local stack, which everybody has, name another issuer.</summary>
    /// <remarks>Source: Supabase documentation, "Understanding API keys", <c>service_role</c>.</remarks>
    public static bool IsServiceRole(string value) =>
        Says(value, claims => Text(claims, "role") == "service_role" && Text(claims, "iss") == "supabase");

    /// <summary>The key of a project of Supabase that every browser is given.</summary>
    /// <remarks>Source: Supabase documentation, "Understanding API keys", <c>anon</c>.</remarks>
    public static bool IsAnonymous(string value) =>
        Says(value, claims => Text(claims, "role") == "anon" && Text(claims, "iss") is ['s', 'u', 'p', 'a', 'b', 'a', 's', 'e', ..]);

    private static bool Says(string value, Func<JsonElement, bool> asked)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Split('.') is [['e', 'y', 'J', ..], var payload, _]
            && Base64Url.IsValid(payload)
            && JsonText.Read(
                Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload)),
                claims => claims.ValueKind == JsonValueKind.Object && asked(claims),
                otherwise: false
            );
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.String ? claim.GetString() : null;

    private static double? Seconds(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.Number && claim.TryGetDouble(out var seconds)
            ? seconds
            : null;
}
