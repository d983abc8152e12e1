using System.Text.RegularExpressions;

namespace Seaworthy.Engine.Claims;

/// <summary>
/// Claims out of a report in prose, such as Markdown of a coding agent or a consultant: each passage that names a file is one. Kind and values are read off its words, as far as they tell.
/// </summary>
public static partial class ProseClaims
{
    private const int LongestText = 600;
    private const int MostValues = 3;

    // The first that fits holds: words of a passage, and the kind of claim that it is.
    private static readonly (string Words, ClaimKind Kind)[] Kinds =
    [
        (
            @"\b(not served|404|no such (route|endpoint)|(route|endpoint|path) (is )?(missing|mismatch|does not exist))",
            ClaimKinds.RouteNotServed
        ),
        (
            @"\b(password|secret|credential|api key|token)s?\b.*\b(hard-?coded|committed|exposed|default|plain ?text|in clear)|\bhard-?coded (secret|password|credential|key)",
            RiskKinds.SecretExposed
        ),
        (@"\b(env(ironment)?|variable)\b.*\b(not set|unset|undefined|missing|not defined|never set)", ClaimKinds.VariableNotSet),
        (@"\b(never read|unused|not used|no effect|not read)\b", ClaimKinds.ValueUnused),
        (@"\bport", ClaimKinds.PortNotListened),
        (@"\b(does not exist|do not exist|doesn't exist|not found|non-existent|missing|absent|no such file)\b", ClaimKinds.PathMissing),
        (@"\bmigration", RiskKinds.MigrationNotRun),
        (@"\b(not installed|not available in|lacks? the (tool|binary|program))\b", ClaimKinds.ToolMissing),
        (@"\b(mismatch|differs?|inconsistent|drift|misaligned|different names?)\b", ClaimKinds.NameDiffers),
        (@"\b(end.of.life|deprecated|unsupported version|incompatible)\b", ClaimKinds.VersionRefused),
        (@"\b(\|\| true|continue-on-error|swallow|masked)", RiskKinds.FailureHidden),
        (
            @"\b(no|without|lacks?|missing) (\w+ ){0,2}(limits?|health ?checks?|backups?|rollback|scan|monitoring|alerts?|rate)",
            RiskKinds.SafeguardMissing
        ),
    ];

    /// <summary>The text is a report in prose, not JSON.</summary>
    public static bool IsProse(string text) => text.AsSpan().TrimStart() is not (['{', ..] or ['[', ..]);

    /// <param name="text">The report.</param>
    /// <param name="rest">Passages that say something is wrong, but name no file.</param>
    public static IReadOnlyList<Claim> Read(string text, out IReadOnlyList<string> rest)
    {
        List<Claim> claims = [];
        List<string> passed = [];
        foreach (var passage in Passages(text).Select(WithoutAdvice).Where(passage => passage.Length > 0 && !SaysThatAllIsWell(passage)))
        {
            if (!Fault().IsMatch(passage))
            {
                continue;
            }

            if (ClaimOf(passage) is { } claim)
            {
                claims.Add(claim);
            }
            else
            {
                passed.Add(passage);
            }
        }

        rest = passed;
        return claims;
    }

    /// <summary>Paragraphs, and items of lists with what is indented below them.</summary>
    private static IEnumerable<string> Passages(string text)
    {
        List<string> passage = [];
        var isFenced = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            isFenced ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            var begins =
                line.Length == 0
                || line[0] == '#'
                || Graded().IsMatch(line)
                // What is listed below a numbered heading belongs to it.
                || (Item().IsMatch(line) && !(passage is [var head, ..] && Numbered().IsMatch(head) && !Numbered().IsMatch(line)));
            if (begins && !isFenced && passage.Count > 0)
            {
                yield return string.Join(' ', passage.Select(part => part.Trim()));
                passage.Clear();
            }

            if (line.Trim().Length > 0)
            {
                passage.Add(line);
            }
        }
    }

    // What somebody proposes names files that are to be made.
    private static string WithoutAdvice(string passage) =>
        Advice().Match(passage) is { Success: true } advice ? passage[..advice.Index].TrimEnd() : passage;

    private static bool SaysThatAllIsWell(string passage) => Sound().IsMatch(passage) && !Unsound().IsMatch(passage);

    private static Claim? ClaimOf(string passage)
    {
        var places = Place()
            .Matches(passage)
            .Where(match => !Product().IsMatch(match.Groups["path"].Value))
            .Select(PlaceOf)
            .DistinctBy(place => (place.Path, place.Line))
            .ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var kind = Array.Find(Kinds, each => Regex.IsMatch(passage, each.Words, RegexOptions.IgnoreCase)).Kind ?? ClaimKinds.Other;
        return new Claim(kind, passage.Length > LongestText ? passage[..LongestText] : passage, places, ValuesOf(passage, kind, places));
    }

    private static ClaimPlace PlaceOf(Match match) =>
        new(match.Groups["path"].Value, int.TryParse(match.Groups["line"].Value, out var line) && line > 0 ? line : null, null);

    /// <summary>What is quoted, and names in capitals; of a path that is missing, the path.</summary>
    private static List<string> ValuesOf(string passage, ClaimKind kind, List<ClaimPlace> places)
    {
        if (kind == ClaimKinds.PathMissing && Missing().Match(passage) is { Success: true } missing)
        {
            return [missing.Groups["path"].Value];
        }

        var quoted = Value().Matches(passage).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value.Trim());
        return
        [
            .. quoted
                .Where(value => value.Length > 1 && (kind == ClaimKinds.PathMissing ? IsPath(value) : !IsPlace(value, places)))
                .Distinct(StringComparer.Ordinal)
                .Take(MostValues),
        ];
    }

    private static bool IsPath(string value) => value.AsSpan().ContainsAny('.', '/') && !value.Contains(' ', StringComparison.Ordinal);

    private static bool IsPlace(string value, List<ClaimPlace> places) =>
        places.Exists(place => value.StartsWith(place.Path, StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*([-*•]|\d+(\.\d+)*[.)]?)\s+\S")]
    private static partial Regex Item();

    // Next.js is a product, and no file.
    [GeneratedRegex(@"^(Next|Node|Vue|Nuxt|React|Express|Nest|Three|D3)\.js$", RegexOptions.IgnoreCase)]
    private static partial Regex Product();

    [GeneratedRegex(@"^\s*(\d+(\.\d+)+|\d+[.)])\s")]
    private static partial Regex Numbered();

    // "CMD entrypoint: FAIL", with or without a sign before the word.
    [GeneratedRegex(@"^[^:]{3,80}:\s+[^A-Za-z]{0,8}(FAIL|WARN|PASS|OK)\b")]
    private static partial Regex Graded();

    [GeneratedRegex(@"\b(Remediation|Recommendation|Verification|Fix|Solution|Suggested fix|Remedy)\b\**:", RegexOptions.IgnoreCase)]
    private static partial Regex Advice();

    [GeneratedRegex(@"\b(PASS|OK)\b|✅|\b(properly|correctly) (configured|references?|set)\b")]
    private static partial Regex Sound();

    [GeneratedRegex(@"\b(FAIL|WARN|CRITICAL)\b|❌|⚠")]
    private static partial Regex Unsound();

    [GeneratedRegex(
        @"\b(FAIL|WARN|CRITICAL|HIGH|MEDIUM|missing|not |no |lacks?|without|mismatch|hard-?coded|insecure|inconsistent)\b|❌|⚠",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Fault();

    [GeneratedRegex(
        @"(?<![\w/@:.-])(?<path>(?:[\w@.-]+/)*(?:[\w.@-]*Dockerfile[\w.-]*|Makefile|Procfile|Jenkinsfile|Caddyfile|\.?env\.[\w.-]+|\.env|[\w.@-]+\.(?:ya?ml|json|toml|py|jsx?|tsx?|mjs|cjs|go|rs|rb|java|kt|cs|php|sh|conf|sql|ini|cfg|txt|tf|xml|properties|md|html|env)))(?![\w/])(?:[`']?\s*[:#]L?(?<line>\d+)|[`']?,? \(?(?:lines?|L)\s*(?<line>\d+)|[^\n;()]{0,120}?\(lines?\s*(?<line>\d+))?"
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"(?<path>(?:[\w@.-]+/)*[\w@-]*[\w.@-]*\.\w+|(?:[\w@.-]+/)+[\w@.-]*)[`'""]?\s+(?:file )?(?:is |was |does |do |but )?(?:missing|not found|absent|not exist|doesn't exist|no[tn]?.?exist)|(?:missing|non-existent|no) (?:file |the )?[`'""]?/?(?<path>(?:[\w@.-]+/)*[\w@.-]*\.\w+|(?:[\w@.-]+/)+[\w@.-]*)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Missing();

    [GeneratedRegex(@"`([^`\n]{2,80})`|""([^""\n]{2,80})""|\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b|(?<![\w.])(\d{4,5})(?![\w.])")]
    private static partial Regex Value();
}
