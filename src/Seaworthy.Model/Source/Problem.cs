using System.Text.RegularExpressions;

namespace Seaworthy.Model.Source;

/// <summary>Something wrong with a file taken alone.</summary>
/// <param name="Related">For a duplicate: the first definition.</param>
public sealed partial record Problem(ProblemKind Kind, string Message, SourceSpan Span, SourceSpan? Related = null)
{
    /// <summary>For a duplicate: both definitions are known to say the same.</summary>
    public bool IsRepetition { get; init; }

    /// <summary>For a duplicate: both are merge keys, which strict parsers refuse and the others follow one after the other.</summary>
    public bool IsMerge { get; init; }

    /// <summary>For syntax: strict readers of the format alone refuse it, a comment or a last comma in JSON.</summary>
    public bool IsLeniency { get; init; }

    /// <summary>For a value: the reader of the file accepts it unchanged, and the program that runs it rejects it.</summary>
    public bool IsHandedOn { get; init; }

    /// <summary>For a value: something of another form is in its place, or nothing does, so that what was meant was not read.</summary>
    public bool IsOfForm { get; init; }

    /// <summary>What was meant there is not known: the text breaks off, the key is not the one that was meant, or what is there has another form.</summary>
    public bool HidesWhatWasMeant =>
        Kind
            is ProblemKind.Syntax
                or ProblemKind.ConflictMarker
                or ProblemKind.Limit
                or ProblemKind.Empty
                or ProblemKind.DuplicateKey
                or ProblemKind.UnknownKey
        || IsOfForm;

    /// <summary>Places that are right once this is.</summary>
    public IReadOnlyList<SourceSpan> Followers { get; init; } = [];

    /// <summary>Everything that the file was to do is commented out: somebody switched it off, and nothing waits for it.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <summary>For a reference that is an expression of GitHub, in a file of another tool: the name of its value, <c>TOKEN</c> of <c>${{ secrets.TOKEN }}</c>.</summary>
    public string? GithubValue => GithubExpression().Match(Span.Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The text of another program in which it stands, as somebody pasted it; null where it is in none.</summary>
    public SourceSpan? PastedOutput => ProgramOutput.Around(Span);

    /// <summary>What to write instead, when the text tells what was meant: a sentence without its place and its end.</summary>
    public string? Remedy { get; init; }

    /// <summary>A mark of some template in the line: <c>%%NAME%%</c>, <c>{{ name }}</c>, <c>@NAME@</c>, <c>__NAME__</c>, <c>&lt;% name %&gt;</c>, Terraform's <c>%{ if name }</c>.</summary>
    public bool StandsInTemplate => Gap().IsMatch(Span.Line);

    /// <summary>If Terraform fills the file in, that may change its line: <c>${name}</c> is in the line, or <c>%{ if }</c>, which takes whole lines out, somewhere in the file.</summary>
    /// <remarks>Source: Terraform documentation, "Strings and Templates".</remarks>
    public bool MayBeFilledByTerraform =>
        Span.Line.Contains("${", StringComparison.Ordinal) || Span.File.Text.Contains("%{", StringComparison.Ordinal);

    /// <summary>For a duplicate: the key, without its quotes.</summary>
    public string Key => Span.Text.Trim('"', '\'', ':', ' ');

    /// <summary>The key with which its place begins; null where it begins with a value, or is the whole file.</summary>
    public string? KeyThere =>
        !Span.IsWholeFile && FirstKey().Match(Span.File.Text, Span.Start) is { Success: true } key ? key.Groups["key"].Value : null;

    /// <summary>For a duplicate: the file is a template of <c>dotnet new</c>, which keeps one of two branches (<c>//#if</c>, <c>//#endif</c>).</summary>
    /// <remarks>Source: .NET documentation, "Custom templates for dotnet new", conditional processing.</remarks>
    public bool IsOneOfTwo =>
        Span.File.Text.Contains("//#if", StringComparison.Ordinal) && Span.File.Text.Contains("//#endif", StringComparison.Ordinal);

    /// <summary>Behind it stand comments at most.</summary>
    public bool HasNothingBehind => Span.File.Text[Span.End..].Split('\n').All(line => line.Trim() is "" or ['#', ..]);

    /// <summary>It begins in the last line in which anything stands.</summary>
    public bool IsInLastLine => Span.File.Text[Span.Start..].Split('\n').Skip(1).All(string.IsNullOrWhiteSpace);

    [GeneratedRegex(@"^\$\{\{\s*(?:secrets|vars|env)\.(\w+)\s*\}\}$")]
    private static partial Regex GithubExpression();

    [GeneratedRegex(@"\G[""']?(?<key>[\w./-]{2,60})[""']?[ \t]*:")]
    private static partial Regex FirstKey();

    [GeneratedRegex(@"%\{|%%\w+%%|(?<!\$)\{\{.*\}\}|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]+__|<%.*%>|###\w+###")]
    private static partial Regex Gap();
}
