using System.Collections.Frozen;
using Seaworthy.Reading.Code.Python;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Truths;

/// <summary><c>bool(X)</c>, <c>if X:</c>, <c>not X</c>, <c>a if X else b</c>, and settings of Django that are booleans.</summary>
/// <remarks>Source: Django documentation, "Settings"; django-cors-headers, README.</remarks>
internal sealed class PythonTruth(CodeReading reading) : TruthForms(reading)
{
    private const int MostOperands = 40;

    private static readonly FrozenSet<string> BooleanSettings = new[]
    {
        "DEBUG",
        "APPEND_SLASH",
        "AWS_QUERYSTRING_AUTH",
        "CORS_ALLOW_ALL_ORIGINS",
        "CORS_ALLOW_CREDENTIALS",
        "CORS_ORIGIN_ALLOW_ALL",
        "CSRF_COOKIE_HTTPONLY",
        "CSRF_COOKIE_SECURE",
        "CSRF_USE_SESSIONS",
        "DEBUG_PROPAGATE_EXCEPTIONS",
        "EMAIL_USE_SSL",
        "EMAIL_USE_TLS",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        "SECURE_HSTS_PRELOAD",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_HTTPONLY",
        "SESSION_COOKIE_SECURE",
        "USE_TZ",
        "USE_X_FORWARDED_HOST",
        "USE_X_FORWARDED_PORT",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly bool isDjango = DjangoSettings.IsSettings(reading);

    // Its classes convert the values that they are given.
    private readonly bool isTyped = reading.Imported("pydantic", "pydantic_settings", "attr", "attrs");

    public override bool IsRead(string text) =>
        text.StartsWith("os.environ", StringComparison.Ordinal)
        || text.StartsWith("os.getenv(", StringComparison.Ordinal)
        || (
            Reading.Imported("os")
            && (
                text.StartsWith("getenv(", StringComparison.Ordinal)
                || text.StartsWith("environ.get(", StringComparison.Ordinal)
                || text.StartsWith("environ[", StringComparison.Ordinal)
            )
        );

    public override bool IsTested(TokenRange range)
    {
        range = Bare(WithFallback(range));
        var (before, after) = (range.First - 1, range.End);
        if (Trees.IsOpen(before, Brackets.Paren) && Trees.Is(before - 1, "bool") && Trees.Partner(before) == after)
        {
            return true;
        }

        var ends =
            Trees.Is(after, ":")
            || Trees.Is(after, "else")
            || Trees.Is(after, "and")
            || Trees.Is(after, "or")
            || Trees.IsKind(after, TokenKind.Close)
            || Trees.IsKind(after, TokenKind.Newline);
        return ends && (Trees.Is(before, "not") || IsOfCondition(before));
    }

    public override HeldText? Held(TokenRange site)
    {
        var whole = WithFallback(site);
        var hasBoolean = whole != site || Trees.Text(site.End - 2) is "True" or "False";
        if (!Trees.Is(whole.First - 1, "=") || !(Trees.IsKind(whole.End, TokenKind.Newline) || whole.End >= Trees.Count))
        {
            return IsOfRun(whole) ? new HeldText("", whole.First, hasBoolean, true) : null;
        }

        var token = whole.First - 2;
        if (Trees.IsClose(token, Brackets.Square))
        {
            // app.config["MAIL_USE_TLS"] = …
            return hasBoolean && Trees.IsKind(token - 1, TokenKind.String) && Trees.Is(token - 3, "config")
                ? new HeldText("", token, true, false)
                : null;
        }

        if (Trees.Is(token, "bool") && Trees.Is(token - 1, ":"))
        {
            token -= 2;
        }

        if (!Trees.IsName(token) || isTyped)
        {
            return null;
        }

        var name = Trees.Text(token);
        return new HeldText(name, token, hasBoolean, isDjango && Trees.Parent(token) < 0 && BooleanSettings.Contains(name));
    }

    /// <summary><c>app.run(debug=…)</c>, <c>uvicorn.run(app, reload=…)</c>: both ask for its truth.</summary>
    private bool IsOfRun(TokenRange whole) =>
        Trees.Is(whole.First - 1, "=")
        && Trees.Text(whole.First - 2) is "debug" or "reload" or "use_reloader"
        && Trees.Parent(whole.First) is var open and > 1
        && Trees.Is(open - 1, "run")
        && Trees.Text(open - 3) is "app" or "uvicorn" or "application" or "server" or "socketio"
        && (Trees.Is(whole.End, ",") || Trees.Partner(open) == whole.End);

    // X or False
    private TokenRange WithFallback(TokenRange range) =>
        Trees.Is(range.End, "or") && Trees.Text(range.End + 1) is "True" or "False" ? range with { End = range.End + 2 } : range;

    private bool IsOfCondition(int at)
    {
        for (var steps = 0; at >= 0 && steps < MostOperands; steps++)
        {
            if (Trees.Is(at, "if") || Trees.Is(at, "elif") || Trees.Is(at, "while"))
            {
                return true;
            }

            if (steps == 0 && !Trees.Is(at, "and") && !Trees.Is(at, "or") && !Trees.IsOpen(at, Brackets.Paren))
            {
                return false;
            }

            var isCall =
                Trees.IsOpen(at, Brackets.Paren)
                && Trees.IsName(at - 1)
                && Trees.Text(at - 1) is not ("if" or "elif" or "and" or "or" or "not");
            if (isCall || Trees.IsKind(at, TokenKind.Newline) || Trees.Is(at, "=") || Trees.Is(at, "return") || Trees.Is(at, ","))
            {
                return false;
            }

            at = Trees.IsKind(at, TokenKind.Open) ? at - 1 : Trees.Before(at);
        }

        return false;
    }
}
