using System.Buffers;
using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>
/// Lines of scripts, pipelines, programs and documents that seem to make what is missing: <c>mkdir -p "$DIR"/vhost.d</c>, "generate certs/ first". Where they run, and before what,
/// is not followed; a path that one of them names is not certainly absent when it is needed.
/// </summary>
internal static partial class MakingMentions
{
    private const int ShortestName = 3;
    private const int LongestLine = 400;

    // Every repository mentions creating these, but names another one.
    private static readonly string[] Common = ["Dockerfile", "docker-compose", "compose.y", "package.json", "README", "Makefile", ".env"];

    public static IReadOnlyList<PathUse> Weigh(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        var asked = uses.Where(IsAsked).ToList();
        if (asked.Count == 0)
        {
            return uses;
        }

        var named = asked
            .SelectMany(use => Names(use, deployment), (use, name) => new { Use = use, Name = name })
            .ToLookup(pair => pair.Name, pair => pair.Use);
        if (named.Count == 0)
        {
            return uses;
        }

        var search = SearchValues.Create([.. named.Select(group => group.Key)], StringComparison.Ordinal);
        Dictionary<PathUse, SourceSpan> made = [];
        var places = uses.Select(use => new Place(use.Span.File, use.Span.StartLine)).ToHashSet();
        foreach (var artifact in deployment.Artifacts.DistinctBy(artifact => artifact.File.Path))
        {
            Scan(artifact, search, named, places, made);
        }

        foreach (var use in asked.Where(use => !made.ContainsKey(use)))
        {
            if (MakingComment(use) is { } comment)
            {
                made[use] = comment;
            }
        }

        VariableRedirects redirects = new(deployment);
        foreach (var use in asked.Where(use => !made.ContainsKey(use) && !IsCommon(RepositoryPath.NameOf(use.Answer.Looked.TrimEnd('/')))))
        {
            if (redirects.Find(use.Answer.Looked) is { } written)
            {
                made[use] = written;
            }
        }

        return made.Count == 0 ? uses : [.. uses.Select(use => made.TryGetValue(use, out var at) ? use with { MadeAt = at } : use)];
    }

    private static bool IsAsked(PathUse use) =>
        use
            is {
                Answer: { Presence: Presence.Absent or Presence.IgnoredByGit, Looked.Length: > 0 },
                IsAssumed: false,
                IsConditional: false
            };

    /// <summary>The path's own name, and that of the outermost directory on the way that does not exist.</summary>
    private static IEnumerable<string> Names(PathUse use, Deployment deployment)
    {
        var path = use.Answer.Looked.TrimEnd('/');
        if (path is ['/', ..])
        {
            return [.. new[] { RepositoryPath.NameOf(path) }.Where(name => name.Length >= ShortestName && !IsCommon(name))];
        }

        return new[] { path, deployment.Tree.OutermostMissing(path) }
            .Select(RepositoryPath.NameOf)
            .Where(name => name.Length >= ShortestName && !IsCommon(name))
            .Distinct(StringComparer.Ordinal);
    }

    private static bool IsCommon(string name) => Array.Exists(Common, word => name.StartsWith(word, StringComparison.Ordinal));

    private static void Scan(
        Artifact artifact,
        SearchValues<string> search,
        ILookup<string, PathUse> named,
        HashSet<Place> places,
        Dictionary<PathUse, SourceSpan> made
    )
    {
        var file = artifact.File;
        for (var at = 0; at < file.Text.Length; )
        {
            var hit = file.Text.AsSpan(at).IndexOfAny(search);
            if (hit < 0)
            {
                return;
            }

            var start = at + hit;
            var end = start;
            while (end < file.Text.Length && IsOfName(file.Text[end]))
            {
                end++;
            }

            at = Math.Max(end, start + 1);
            if (start > 0 && IsOfName(file.Text[start - 1]))
            {
                continue;
            }

            var name = file.Text[start..end].TrimEnd('.');
            SourceSpan span = new(file, start, name.Length);
            if (named.Contains(name) && !places.Contains(new Place(file, span.StartLine)) && Makes(span, artifact is Document))
            {
                var isInImage = artifact is Dockerfile && IsAbsolute(span);
                foreach (
                    var use in named[name].Where(use => !made.ContainsKey(use) && IsNear(span, use) && !(isInImage && IsOfRepository(use)))
                )
                {
                    made[use] = span;
                }
            }
        }
    }

    private static bool Makes(SourceSpan name, bool isDocument)
    {
        var line = name.File.Lines.TextOf(name.StartLine);
        if (line.Length > LongestLine || line.TrimStart() is ['#', ..] && !isDocument)
        {
            return false;
        }

        // Of `mv client/proxy.vcl proxy.vcl` the second is made.
        var at = name.Start - name.File.Lines.StartOf(name.StartLine);
        var before = line[..at];
        return isDocument
            ? IsPath(name) && Instructs().IsMatch(line)
            : Made().IsMatch(before) || Copied().IsMatch(before) && Last().IsMatch(line[(at + name.Length)..]);
    }

    /// <summary>In prose a name is a path by its signs: <c>`certs`</c>, <c>certs/</c>, <c>./certs</c>.</summary>
    private static bool IsPath(SourceSpan name)
    {
        var text = name.File.Text;
        return (name.Start > 0 && text[name.Start - 1] is '/' or '`' or '"')
            || (name.End < text.Length && text[name.End] is '/' or '`' or '"');
    }

    /// <summary>The command that creates it runs in a directory around it and names it from there, or names the directory that will contain it.</summary>
    private static bool IsNear(SourceSpan name, PathUse use)
    {
        var looked = use.Answer.Looked.TrimEnd('/');
        // What a build makes in an image, a script of the package says, or of the Dockerfile's own directory.
        if (looked is ['/', ..])
        {
            return name.File.Directory == use.Span.File.Directory && name.File != use.Span.File;
        }

        var at = looked.IndexOf(name.Text, StringComparison.Ordinal);
        var parent = at > 0 ? looked[..(at - 1)] : "";
        var above = RepositoryPath.NameOf(parent);
        return parent.Length == 0
            || name.File.Directory == parent
            || (name.File.Directory.Length > 0 && looked.StartsWith(name.File.Directory + "/", StringComparison.Ordinal))
            || name.Line.Contains($"{above}/{name.Text}", StringComparison.Ordinal);
    }

    /// <summary>The comment above the rule by which git ignores it names the command that makes it: <c># Keys, generated by ./gradlew generateKeys</c>.</summary>
    private static SourceSpan? MakingComment(PathUse use)
    {
        if (use.Answer is not { Presence: Presence.IgnoredByGit, Because: { } rule })
        {
            return null;
        }

        var lines = rule.File.Lines;
        for (var at = rule.StartLine - 1; at >= 1 && lines.TextOf(at).Trim() is { Length: > 0 } line; at--)
        {
            if (line is ['#', ..])
            {
                return Instructs().IsMatch(line) && Called().IsMatch(line)
                    ? new SourceSpan(rule.File, lines.StartOf(at), line.Length)
                    : null;
            }
        }

        return null;
    }

    private static bool IsOfRepository(PathUse use) => use.Answer.Looked is [not '/', ..];

    /// <summary>What a step of an image makes at <c>/var/www/shop</c>, the repository does not have.</summary>
    private static bool IsAbsolute(SourceSpan name)
    {
        var text = name.File.Text;
        var start = name.Start;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '\'' or '>' or '=' or ';' or '('))
        {
            start--;
        }

        return text[start] == '/';
    }

    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.';

    // A redirection: neither the end of a tag, <name>, nor an arrow.
    [GeneratedRegex(
        @"\b(mkdir|mkdirs|makedirs|mkdirSync|mkdtemp|New-Item|touch|tee|curl|wget|unzip|untar|git clone|openssl|keygen|mkcert|writeFile|writeFileSync|createWriteStream|ensureDir|ensureDirSync|Out-File|Invoke-WebRequest)\b|(?<!<[^<>]*|[=-])>\s*[""']?[^\s>|&;]*$|(^|\s)(-o|-out|--out\S*|--dest\S*|-OutFile)[\s=][""']?[^\s]*$|\b(outDir|outputDir|output|output_dir|buildDirectory|distDir)\b[^,;]*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Made();

    [GeneratedRegex(
        @"\b(cp|mv|rsync|copy|Copy-Item|ln|install)\s+\S+.*\s\S*$|\b(cp|mv|rsync|copy|ln)\s+.*\s[""']?\S*/$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Copied();

    private sealed record Place(SourceFile File, int Line);

    [GeneratedRegex(@"^[/""'\)]*\s*($|[;&|\\])")]
    private static partial Regex Last();

    [GeneratedRegex(
        @"^[\W\d_]*add\b.+\b(in)?to\b|\b(generat|creat|mkdir|cop(y|ied)|download|clone|put|place|provide|obtain|openssl|unzip|extract|build output|output|artifact|gener[aeé]|géner|cr[ée]e[rz]|copi|criar|crear|erstell|erzeug|kopier)|生成|创建|下载",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Instructs();

    [GeneratedRegex(
        @"(?<![\w./])(\./[\w./-]+|(make|just|task|npm run|npm exec|npx|pnpm|yarn|gradle|mvn|cargo|python3?|php|composer|rake|bundle exec)\s+[\w./:-]+)"
    )]
    private static partial Regex Called();
}
