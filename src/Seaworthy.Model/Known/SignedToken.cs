using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Seaworthy.Model.Known;

/// <summary>What a JSON Web Token says of itself.</summary>
/// <remarks>Source: RFC 7519, sections 4.1.4 and 4.1.6.</remarks>
public static class SignedToken
{
    private static readonly TimeSpan Short = TimeSpan.FromDays(1);

    /// <summary>Was issued for a day at most: by the time it is read in a repository it opens nothing any more.</summary>
    public static bool IsShortLived(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Split('.') is not [['e', 'y', 'J', ..], var payload, _] || !Base64Url.IsValid(payload))
        {
            return false;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.ValueKind == JsonValueKind.Object
                && Seconds(claims.RootElement, "exp") is { } end
                && Seconds(claims.RootElement, "iat") is { } start
                && end > start
                && end - start <= Short.TotalSeconds;
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException or FormatException)
        {
            return false;
        }
    }

    private static double? Seconds(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.Number && claim.TryGetDouble(out var seconds)
            ? seconds
            : null;
}
