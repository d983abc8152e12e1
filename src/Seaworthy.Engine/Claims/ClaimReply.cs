using System.Text;
using System.Text.Json;

namespace Seaworthy.Engine.Claims;

/// <summary>The answer of a program that was asked for claims: JSON, perhaps with prose around it or in a fence of Markdown.</summary>
public static class ClaimReply
{
    /// <param name="reply">What it wrote.</param>
    /// <param name="fault">Why there are no claims in it; empty when there are.</param>
    public static IReadOnlyList<Claim>? Read(string reply, out string fault)
    {
        ArgumentNullException.ThrowIfNull(reply);
        fault = "it holds no JSON with \"claims\"";
        // The last one is the answer: what stands before it is thinking.
        for (var at = reply.LastIndexOf('{'); at >= 0; at = at == 0 ? -1 : reply.LastIndexOf('{', at - 1))
        {
            if (Whole(reply, at) is { } bytes)
            {
                return ClaimFile.Read(bytes, out fault);
            }
        }

        return null;
    }

    // An object that begins there, has a member "claims" and ends.
    private static byte[]? Whole(string reply, int start)
    {
        const string First = "\"claims\"";
        if (!reply.AsSpan(start + 1).TrimStart().StartsWith(First, StringComparison.Ordinal))
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(reply[start..]);
        Utf8JsonReader reader = new(bytes, isFinalBlock: true, default);
        try
        {
            return reader.Read() && reader.TrySkip() ? bytes[..(int)reader.BytesConsumed] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
