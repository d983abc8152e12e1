using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Secrets;

/// <summary>Calls that sign or check tokens and sessions with a key that the source writes out: <c>jwt.sign(user, "…")</c>.</summary>
/// <remarks>
/// Sources: documentation of jsonwebtoken, PyJWT, ruby-jwt, firebase/php-jwt, jjwt (<c>Keys.hmacShaKeyFor</c>), java-jwt (<c>Algorithm.HMAC256</c>), golang-jwt (<c>SignedString</c>), gorilla/sessions,
/// Microsoft.IdentityModel.Tokens (<c>SymmetricSecurityKey</c>), javax.crypto (<c>SecretKeySpec</c>).
/// </remarks>
internal sealed class SigningCalls : FrameworkKnowledge
{
    // Methods of anything; which argument is the key.
    private static readonly FrozenDictionary<string, int> Methods = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["hmacShaKeyFor"] = 0,
        ["HMAC256"] = 0,
        ["HMAC384"] = 0,
        ["HMAC512"] = 0,
        ["setSigningKey"] = 0,
        ["signWith"] = 1,
        ["SecretKeySpec"] = 0,
        ["SymmetricSecurityKey"] = 0,
        ["SignedString"] = 0,
        ["NewCookieStore"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TokenMethods = FrozenSet.Create(
        StringComparer.Ordinal,
        ["sign", "verify", "encode", "decode"]
    );

    private static readonly FrozenSet<string> TokenOwners = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["jwt", "jsonwebtoken", "jose.jwt"]
    );

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (
                KeyOf(call) is { } index
                && call.Positional(index) is { } key
                && WrittenText.Of(reading, key.Value, call.Scope) is { Length: > 0 } text
            )
            {
                var span = reading.Syntax.Span(key.Value);
                reading.Settings.Add(
                    new FrameworkSetting(FrameworkSetting.SigningKey + call.Path, new CodeValue.Literal(text, span), span)
                );
            }
        }
    }

    private static int? KeyOf(CodeCall call) =>
        Methods.TryGetValue(call.Name, out var index) ? index
        : TokenMethods.Contains(call.Name)
        && TokenOwners.Contains(call.Owner.Replace("::", ".", StringComparison.Ordinal).TrimStart('\\', '.'))
            ? 1
        : null;
}
