using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Takes the address of an upstream apart: <c>http://api:8000/v1/</c>, <c>api:8000</c>, <c>unix:/run/x.sock</c>.</summary>
internal static class ProxyAddress
{
    public static ProxyTarget Of(Template url)
    {
        var text = Holed(url);
        var schemeEnd = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = schemeEnd > 0 ? text[..schemeEnd] : "";
        var rest = schemeEnd > 0 ? text[(schemeEnd + 3)..] : text;
        if (rest.StartsWith("unix:", StringComparison.Ordinal) || rest.StartsWith("unix/", StringComparison.Ordinal))
        {
            return new ProxyTarget(url, url.Span) { Scheme = scheme, IsSocket = true };
        }

        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var (host, port) = Split(authority);
        return new ProxyTarget(url, url.Span)
        {
            Scheme = scheme.Contains(Hole, StringComparison.Ordinal) ? "" : scheme,
            Host = host.Length == 0 || host.Contains(Hole, StringComparison.Ordinal) ? null : host,
            Port = int.TryParse(port, out var number) ? number : null,
            IsPortComputed =
                port?.Contains(Hole, StringComparison.Ordinal) == true || (port is null && host.Contains(Hole, StringComparison.Ordinal)),
            Path = slash < 0 || rest[slash..].Contains(Hole, StringComparison.Ordinal) ? null : rest[slash..],
        };
    }

    private const char Hole = '\u0001';

    private static string Holed(Template url) =>
        string.Concat(url.Parts.Select(part => part.Variable is null ? part.Text : Hole.ToString()));

    private static (string Host, string? Port) Split(string authority)
    {
        var bracket = authority.LastIndexOf(']');
        var colon = authority.IndexOf(':', bracket < 0 ? 0 : bracket);
        return colon < 0 ? (authority, null) : (authority[..colon], authority[(colon + 1)..]);
    }

    /// <summary>A text with <c>$name</c> and <c>${name}</c> in it, as nginx and envsubst write variables.</summary>
    public static Template DollarTemplate(Fact<string> text)
    {
        List<TemplatePart> parts = [];
        var value = text.Value;
        var copied = 0;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '$' || at + 1 >= value.Length)
            {
                continue;
            }

            var hasBrace = value[at + 1] == '{';
            var start = at + (hasBrace ? 2 : 1);
            var end = start;
            while (end < value.Length && (char.IsAsciiLetterOrDigit(value[end]) || value[end] == '_'))
            {
                end++;
            }

            if (end == start)
            {
                continue;
            }

            if (at > copied)
            {
                parts.Add(new TemplatePart(value[copied..at]));
            }

            var close = hasBrace && end < value.Length && value[end] == '}' ? end + 1 : end;
            parts.Add(new TemplatePart(value[at..close], value[start..end]));
            copied = close;
            at = close - 1;
        }

        if (copied < value.Length || parts.Count == 0)
        {
            parts.Add(new TemplatePart(value[copied..]));
        }

        return new Template(value, parts, text.Span);
    }
}
