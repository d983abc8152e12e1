using System.Buffers;
using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>A command as a list of words, passed to the program literally.</summary>
/// <remarks>Sources: Dockerfile reference, "Exec form"; the Compose specification, "healthcheck"; curl, wget and pg_isready take every word for an address or an option.</remarks>
internal sealed partial record WordList(string Subject, ShellCommand Command, WordUse Use, SourceSpan Span)
{
    // The first words of a list: a wrapper, its verb, the server.
    private const int MostWrappers = 4;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    // Programs that have such words for themselves, or hand them to a shell.
    private static readonly HashSet<string> TakeOperators = new(StringComparer.Ordinal)
    {
        "",
        "find",
        "expr",
        "test",
        "[",
        "xargs",
        "parallel",
        "tmux",
        "concurrently",
        "jq",
        "yq",
        "eval",
        "watch",
        "ssh",
        "nodemon",
    };

    // Any further word is an address to ask, or one too many.
    private static readonly HashSet<string> FailOnMore = new(StringComparer.Ordinal)
    {
        "curl",
        "wget",
        "pg_isready",
        "mysqladmin",
        "mariadb-admin",
        "nc",
    };

    // They take ports and addresses as they are given.
    private static readonly HashSet<string> TakeAsGiven = new(StringComparer.Ordinal)
    {
        "uvicorn",
        "gunicorn",
        "hypercorn",
        "daphne",
        "granian",
        "flask",
        "fastapi",
        "streamlit",
        "celery",
        "next",
        "serve",
        "http-server",
        "vite",
        "php",
        "puma",
        "rackup",
        "waitress-serve",
    };

    /// <summary>Nothing between the list and the program may read it otherwise: no entry script.</summary>
    public bool IsDirect { get; init; }

    public bool IsKubernetes { get; init; }

    public string Program { get; } = CommandLine.Of(Command).Program;

    public Fact<string>? Operator =>
        TakeOperators.Contains(Program)
            ? null
            : Command
                .Words.Skip(1)
                .SkipLast(1)
                .Where(word => word.Literal is "&&" or "||" && word.Raw.Trim('"') == word.Literal)
                .Select(word => new Fact<string>(word.Literal ?? "", word.Span))
                .FirstOrDefault();

    public bool OperatorIsFatal => Use == WordUse.Check ? FailOnMore.Contains(Program) && !EndsInAddress : Use == WordUse.Build || IsDirect;

    /// <summary>curl asks for all that it is given, and ends as the last of them did: with another address behind the operator the check may pass.</summary>
    private bool EndsInAddress => Command.Words[^1].Literal?.Contains("://", StringComparison.Ordinal) == true;

    public Fact<string>? Variable =>
        Server is not null || Asks || Program is "node" or "python" or "python3"
            ? Command
                .Words.Skip(1)
                .Where(word => word.Literal is { } text && (NamesVariable(text) || (Asks && HoldsVariable().IsMatch(text))))
                .Select(word => new Fact<string>(word.Literal ?? "", word.Span))
                .FirstOrDefault()
            : null;

    // What a pipeline puts into a manifest before it is applied, nobody sees here.
    public bool VariableIsFatal =>
        !IsKubernetes && (Asks ? Program is "curl" or "wget" or "nc" : IsDirect && (Server == Program || TakesPort));

    /// <summary>A server that takes ports and addresses as they are given, perhaps behind a program that starts it: <c>ddtrace-run gunicorn</c>.</summary>
    private string? Server { get; } =
        Command
            .Words.Take(MostWrappers)
            .Select(word => word.Literal is { } text ? text[(text.LastIndexOf('/') + 1)..] : "")
            .FirstOrDefault(TakeAsGiven.Contains);

    /// <summary>The text stands where only a port may.</summary>
    private bool TakesPort => Server is not null && Variable?.Value is [':', '$', ..];

    /// <summary>A program that asks an address or a database, and knows no variables.</summary>
    private bool Asks => Use == WordUse.Check && FailOnMore.Contains(Program);

    /// <summary><c>$PORT</c>, <c>${PORT}</c>, <c>0.0.0.0:$PORT</c>, <c>--port=${PORT:-80}</c>.</summary>
    private static bool NamesVariable(string text)
    {
        var at = text.IndexOf('$', StringComparison.Ordinal);
        return at >= 0
            && (at == 0 || text[at - 1] is ':' or '=')
            && text.Length > at + 2
            && !text.Contains(' ', StringComparison.Ordinal)
            && (text[at + 1] == '{' ? text.EndsWith('}') && char.IsAsciiLetterUpper(text[at + 2]) : IsName(text.AsSpan(at + 1)));
    }

    [GeneratedRegex(@"(^|[:=/@])\$(\{[A-Z_][A-Z0-9_]*[^}]*\}|[A-Z_][A-Z0-9_]*)")]
    private static partial Regex HoldsVariable();

    private static bool IsName(ReadOnlySpan<char> name) => char.IsAsciiLetterUpper(name[0]) && name.IndexOfAnyExcept(NameLetters) < 0;
}
