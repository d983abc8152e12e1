using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>Texts that have a password made by <c>openssl rand -base64</c>, and texts that put a variable into the place of the password in a URL.</summary>
/// <remarks>Sources: RFC 4648, section 4: the alphabet has <c>/</c>; RFC 3986, section 3.2: <c>/</c> ends the authority of a URL.</remarks>
public static partial class GeneratedPasswords
{
    private const string Generator = "rand -base64";
    private const int BitsOfByte = 8;
    private const int BitsOfLetter = 6;
    private const int Letters = 64;

    /// <summary>Variables that get such a password: <c>NAME=$(openssl rand -base64 24)</c>, a comment on the line, or one in the lines above.</summary>
    public static IEnumerable<GeneratedPassword> In(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Mentions(Generator))
        {
            yield break;
        }

        GeneratedPassword? above = null;
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            var text = file.Lines.TextOf(line).ToString();
            var assigned = Assignment().Match(text);
            var found = Made().Match(text);
            var span = new SourceSpan(file, file.Lines.StartOf(line), text.TrimEnd().Length);
            if (assigned.Success && (found.Success || above is not null))
            {
                var bytes = found.Success ? Bytes(found) : above?.Bytes ?? 0;
                yield return new GeneratedPassword(assigned.Groups["name"].Value, bytes, found.Success ? span : above?.Span ?? span);
            }

            above =
                !text.TrimStart().StartsWith('#') || assigned.Success ? null
                : found.Success ? new GeneratedPassword("", Bytes(found), span)
                : above;
        }
    }

    /// <summary>Variables between <c>://user:</c> and <c>@</c>, as Compose, a shell or Kubernetes replaces them.</summary>
    public static IEnumerable<Fact<string>> UsedInUrl(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Mentions("://")
            ? InUrl()
                .Matches(file.Text)
                .Where(match => !IsComment(file, match.Index))
                .Select(match => new Fact<string>(match.Groups["name"].Value, new SourceSpan(file, match.Index, match.Length)))
            : [];
    }

    /// <summary>How many of a hundred have a slash.</summary>
    internal static int WithSlash(int bytes) =>
        (int)Math.Round(100 * (1 - Math.Pow((Letters - 1.0) / Letters, Math.Ceiling(bytes * (double)BitsOfByte / BitsOfLetter))));

    private static bool IsComment(SourceFile file, int at)
    {
        var start = file.Text.LastIndexOf('\n', at) + 1;
        return file.Text.AsSpan(start, at - start).TrimStart() is ['#', ..];
    }

    private static int Bytes(Match made) => int.Parse(made.Groups["bytes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // What stands behind may take the slashes out: "| tr -d '/+='".
    [GeneratedRegex(@"openssl rand -base64 (?<bytes>\d{1,4})(?![^|]*\|)", RegexOptions.None, 1000)]
    private static partial Regex Made();

    [GeneratedRegex(@"^[\s\-]*(?:export\s+|echo\s+)?[""']?(?<name>[A-Z][A-Z0-9_]{2,})=", RegexOptions.None, 1000)]
    private static partial Regex Assignment();

    // A scheme with a plus sign is SQLAlchemy's, which takes everything up to the @.
    [GeneratedRegex(
        @"\b[a-z]+://(?:\$\{[^}]*\}|[^\s""'/@:$])*:\$(?:\{(?<name>[A-Z_][A-Z0-9_]*)(?::?[-?][^}\s]*)?\}|\((?<name>[A-Z_][A-Z0-9_]*)\)|(?<name>[A-Z_][A-Z0-9_]*))@",
        RegexOptions.None,
        1000
    )]
    private static partial Regex InUrl();
}
