using System.Buffers;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Paths of directories as scripts compute them: literals, variables set to such paths, and the idioms for "where this script stands".</summary>
internal static class ShellPaths
{
    private const int DepthLimit = 8;

    private static readonly SearchValues<char> Computed = SearchValues.Create(" *?~$`");

    private static readonly ShellDirectory Script = new(ShellDirectoryBase.Script, "");
    private static readonly ShellDirectory Start = new(ShellDirectoryBase.Start, "");
    private static readonly ShellDirectory Repository = new(ShellDirectoryBase.Repository, "");

    /// <summary>A path counted from a directory; null when one of them is unknown.</summary>
    public static ShellDirectory? Combine(ShellDirectory? origin, string path) =>
        path.StartsWith('/') ? new ShellDirectory(ShellDirectoryBase.Start, Normal(path))
        : origin is null ? null
        : new ShellDirectory(origin.Base, Normal(origin.Path.Length == 0 ? path : origin.Path + "/" + path));

    /// <summary>The place that a word names, from the current directory; null when unknown.</summary>
    public static ShellDirectory? Of(ShellWord word, FlowState state)
    {
        if (word.IsPattern)
        {
            return null;
        }

        ShellDirectory? place = null;
        var literal = "";
        foreach (var part in word.Parts)
        {
            switch (part.Kind)
            {
                case ShellPartKind.Literal:
                    literal += part.Text;
                    break;
                case ShellPartKind.Variable when state.LiteralOf(part.Text) is { } value:
                    literal += value;
                    break;
                case ShellPartKind.Variable or ShellPartKind.Substitution when place is null && literal.Length == 0:
                    place = OfPart(part, state);
                    if (place is null)
                    {
                        return null;
                    }

                    break;
                default:
                    return null;
            }
        }

        return place is null ? Combine(state.Directory, literal)
            : literal.Length == 0 ? place
            : literal[0] != '/' ? null
            : Combine(place, literal.TrimStart('/'));
    }

    private static ShellDirectory? OfPart(ShellPart part, FlowState state) =>
        part.Kind == ShellPartKind.Variable
            ? part.Text switch
            {
                "PWD" => state.Directory,
                // Make's own directory, wherever the recipe has gone since.
                "CURDIR" => Start,
                "GITHUB_WORKSPACE" or "CI_PROJECT_DIR" => Repository,
                _ => state.PlaceOf(part.Text),
            }
            : OfExpression(part.Text.StartsWith("${", StringComparison.Ordinal) ? part.Text : Bare(part.Text), state, 0);

    private static string Bare(string text) =>
        text.Replace("\"", "", StringComparison.Ordinal)
            .Replace("'", "", StringComparison.Ordinal)
            .Replace(" -- ", " ", StringComparison.Ordinal)
            .Trim();

    /// <summary>The place that a command prints: <c>dirname $0</c>, <c>cd X &amp;&amp; pwd</c>, <c>pwd</c>, <c>git rev-parse --show-toplevel</c>, <c>realpath X</c>.</summary>
    private static ShellDirectory? OfExpression(string text, FlowState state, int depth)
    {
        if (depth > DepthLimit)
        {
            return null;
        }

        return text switch
        {
            "pwd" or "pwd -P" => state.Directory,
            "${0%/*}" or "${BASH_SOURCE%/*}" or "${BASH_SOURCE[0]%/*}" => Script,
            "git rev-parse --show-toplevel" or "git rev-parse --show-toplevel 2>/dev/null" => Repository,
            "${{ github.workspace }}" => Repository,
            _ when text.StartsWith("dirname ", StringComparison.Ordinal) => Parent(text["dirname ".Length..].Trim(), state, depth),
            _ when text.StartsWith("cd ", StringComparison.Ordinal) => Entered(text["cd ".Length..], state, depth),
            _ when AfterAny(text, "realpath ", "readlink -f ") is { } path => OfPath(path, state, depth),
            _ => null,
        };
    }

    private static ShellDirectory? Entered(string text, FlowState state, int depth)
    {
        var and = text.IndexOfAny(['&', ';']);
        if (and > 0 && text[and - 1] == '>' && text.IndexOf("&&", StringComparison.Ordinal) is > 0 and var later)
        {
            and = later;
        }

        if (and < 0 || !text[(and + 1)..].TrimStart('&', ' ').StartsWith("pwd", StringComparison.Ordinal))
        {
            return null;
        }

        var redirect = text.IndexOf('>', StringComparison.Ordinal);
        var path = text[..(redirect >= 0 && redirect < and ? redirect : and)].TrimEnd(' ', '&', '1', '2');
        return OfPath(path.StartsWith("-P ", StringComparison.Ordinal) ? path[3..] : path, state, depth);
    }

    private static ShellDirectory? Parent(string path, FlowState state, int depth)
    {
        if (IsScriptFile(path))
        {
            return Script;
        }

        if (
            path.StartsWith("$(", StringComparison.Ordinal)
            && path.EndsWith(')')
            && AfterAny(path[2..^1], "realpath ", "readlink -f ") is { } target
            && IsScriptFile(target)
        )
        {
            return Script;
        }

        return OfPath(path, state, depth) is { } place ? Combine(place, "..") : null;
    }

    /// <summary>A path in the text of a command: <c>$(…)/rest</c>, <c>$NAME/rest</c>, or plain.</summary>
    private static ShellDirectory? OfPath(string path, FlowState state, int depth)
    {
        path = path.Trim();
        if (path.StartsWith("$(", StringComparison.Ordinal))
        {
            var close = path.LastIndexOf(')');
            return close < 0 ? null : Below(OfExpression(path[2..close].Trim(), state, depth + 1), path[(close + 1)..]);
        }

        if (path.StartsWith('$') || path.StartsWith('`'))
        {
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            var name = (slash < 0 ? path : path[..slash]).Trim('$', '{', '}');
            return Below(OfPart(new ShellPart(ShellPartKind.Variable, name), state), slash < 0 ? "" : path[slash..]);
        }

        return path.AsSpan().ContainsAny(Computed) ? null : Combine(state.Directory, path);
    }

    private static ShellDirectory? Below(ShellDirectory? place, string rest) =>
        place is null || (rest.Length > 0 && rest[0] != '/') || rest.AsSpan().ContainsAny(Computed)
            ? null
            : Combine(place, rest.TrimStart('/'));

    private static bool IsScriptFile(string text) =>
        text
            is "$0"
                or "${0}"
                or "$BASH_SOURCE"
                or "${BASH_SOURCE}"
                or "${BASH_SOURCE[0]}"
                or "${BASH_SOURCE[0]:-$0}"
                or "${BASH_SOURCE:-$0}";

    private static string? AfterAny(string text, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return text[prefix.Length..].Trim();
            }
        }

        return null;
    }

    /// <summary>Without <c>.</c>, empty parts and a trailing slash; <c>..</c> takes a name away where there is one.</summary>
    public static string Normal(string path)
    {
        List<string> names = [];
        foreach (var name in path.Split('/'))
        {
            if (name == ".." && names.Count > 0 && names[^1] != "..")
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name.Length > 0 && name != "." && !(name == ".." && path.StartsWith('/')))
            {
                names.Add(name);
            }
        }

        return (path.StartsWith('/') ? "/" : "") + string.Join('/', names);
    }
}
