using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The applications of an <c>ecosystem.config.js</c>, as far as they are written out.</summary>
internal static class Pm2Source
{
    public static IReadOnlyList<Pm2App> Apps(CodeSyntax source)
    {
        List<Pm2App> apps = [];
        for (var at = 0; at < source.Trees.Count; at++)
        {
            if (
                source.Trees.IsOpen(at, Brackets.Brace)
                && source.Members(new TokenRange(at, source.Trees.After(at))).FirstOrDefault(member => member.Name == "apps") is { } list
            )
            {
                apps.AddRange(Elements(source.Trees, list.Value).Select(element => App(source, element)).OfType<Pm2App>());
            }
        }

        return apps;
    }

    private static List<TokenRange> Elements(TokenTrees trees, TokenRange list) =>
        trees.IsOpen(list.First, Brackets.Square) ? trees.Split(trees.Inside(list.First), ",")
        : trees.IsOpen(list.First, Brackets.Brace) ? [list]
        : [];

    private static Pm2App? App(CodeSyntax source, TokenRange element)
    {
        var members = source.Trees.IsOpen(element.First, Brackets.Brace) ? source.Members(element) : [];
        if (Find("script") is not { } script)
        {
            return null;
        }

        // What is spread into it may bring a directory along.
        var directory = Find("cwd") ?? Find("...");
        return new Pm2App(
            Find("name") is { } name && Text(source.Trees, name.Value) is { } text ? new Fact<string>(text, source.Span(name.Value)) : null,
            Path(source, script),
            directory is null ? null : Path(source, directory)
        );

        CodeMember? Find(string wanted) => members.FirstOrDefault(member => member.Name == wanted);
    }

    private static Pm2Path Path(CodeSyntax source, CodeMember member)
    {
        var trees = source.Trees;
        var value = member.Value;
        var span = source.Span(value);
        if (member.Name == "...")
        {
            return new Pm2Path(null, span);
        }

        if (Text(trees, value) is { } text)
        {
            return new Pm2Path(text, span);
        }

        if (IsOwnDirectory(trees, value))
        {
            return new Pm2Path("", span, IsFromFile: true);
        }

        // "path.join(__dirname, 'api')", "resolve(__dirname, '..')"
        var open = value.End - 1 >= 0 && trees.IsClose(value.End - 1, Brackets.Paren) ? trees.Partner(value.End - 1) : -1;
        var isJoined = open > value.First && (trees.Is(open - 1, "join") || trees.Is(open - 1, "resolve")) && open - value.First <= 3;
        if (isJoined && trees.Split(trees.Inside(open), ",") is [var first, .. var rest] && IsOwnDirectory(trees, first))
        {
            var parts = rest.ConvertAll(part => Text(trees, part));
            return new Pm2Path(parts.Contains(null) ? null : string.Join('/', parts), span, IsFromFile: true);
        }

        return new Pm2Path(null, span);
    }

    private static bool IsOwnDirectory(TokenTrees trees, TokenRange value) => value.Count == 1 && trees.Is(value.First, "__dirname");

    private static string? Text(TokenTrees trees, TokenRange value) =>
        value.Count == 1 && trees.IsKind(value.First, TokenKind.String) ? Literals.Value(trees, value.First) : null;
}
