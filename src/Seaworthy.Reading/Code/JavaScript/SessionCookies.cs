using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Sessions whose cookie is for HTTPS only: <c>session({ cookie: { secure: true } })</c>, unless the same options say that a proxy is trusted.</summary>
/// <remarks>Sources: express-session, README, "cookie.secure" and "proxy"; cookie-session, README, "secure"; @fastify/session, README, "cookie".</remarks>
internal sealed class SessionCookies : FrameworkKnowledge
{
    private static readonly string[] Calls = ["session", "expressSession", "cookieSession"];

    public override void Read(CodeReading reading)
    {
        if (!reading.File.Text.Contains("secure", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var call in reading.Syntax.Calls.Where(call => Calls.Contains(call.Name)))
        {
            foreach (var argument in call.Arguments)
            {
                var options = reading.Syntax.Members(argument.Value).ToList();
                var cookie = options.Find(member => member.Name == "cookie");
                var secure = (cookie is null ? options : reading.Syntax.Members(cookie.Value).ToList()).Find(member =>
                    member.Name == "secure"
                );
                if (
                    secure is not null
                    && !options.Exists(member => member.Name is "proxy" or "secureProxy")
                    && NameOf(reading, secure) is { } name
                )
                {
                    var span = reading.Syntax.Span(new TokenRange(secure.Token, secure.Value.End));
                    reading.Settings.Add(new FrameworkSetting(name, new CodeValue.Literal("true", span), span));
                }
            }
        }
    }

    private static string? NameOf(CodeReading reading, CodeMember secure)
    {
        var text = reading.Syntax.Span(secure.Value).Text;
        return text == "true" ? FrameworkSetting.SecureCookie
            : text.Contains("production", StringComparison.OrdinalIgnoreCase) && !text.Contains('!', StringComparison.Ordinal)
                ? FrameworkSetting.SecureCookieInProduction
            : null;
    }
}
