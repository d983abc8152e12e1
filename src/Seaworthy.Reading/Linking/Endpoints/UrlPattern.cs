using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>A URL as far as the source tells it: parts that are computed become <c>{}</c>.</summary>
internal static partial class UrlPattern
{
    public const string Hole = "{}";

    public static (string Text, IReadOnlyList<SourceSpan> Chain) Of(
        CodeValue value,
        CodeFile file,
        CodeValues values,
        Func<string, Resolved?> given
    )
    {
        List<SourceSpan> chain = [];
        return (WithoutDots(Text(value, file, values, given, chain)), chain);
    }

    /// <summary>What stands before the paths that a client asks for: <c>axios.create({ baseURL })</c>.</summary>
    public static (string Text, IReadOnlyList<SourceSpan> Chain) OfBase(
        string client,
        HttpCall call,
        CodeFile file,
        CodeValues values,
        Func<string, Resolved?> given
    ) => Of(new CodeValue.Reference(client + ".baseURL", call.Span), file, values, given);

    // What asks takes dot segments away before it does: /api/../token is /token (RFC 3986, 5.2.4).
    private static string WithoutDots(string url)
    {
        while (Above().Match(url) is { Success: true } step)
        {
            url = url.Remove(step.Index, step.Length);
        }

        return url;
    }

    [GeneratedRegex(@"(?<!/)/(?!\.\./)[^/?#]+/\.\.(?=/|$)")]
    private static partial Regex Above();

    private static string Text(CodeValue value, CodeFile file, CodeValues values, Func<string, Resolved?> given, List<SourceSpan> chain)
    {
        var resolved = values.Resolve(value, file, given);
        if (resolved.Text is { } text)
        {
            chain.AddRange(resolved.Chain);
            return text;
        }

        return value switch
        {
            CodeValue.Concatenation all => string.Concat(all.Parts.Select(part => Text(part, file, values, given, chain))),
            // A query, or nothing, asks for the same path.
            CodeValue.Choice { IsConditional: true } choice
                when choice.Options.All(option =>
                    values.Resolve(option, file, given).Text is { } either && (either.Length == 0 || either[0] is '?' or '#')
                ) => "",
            _ => Hole,
        };
    }
}
