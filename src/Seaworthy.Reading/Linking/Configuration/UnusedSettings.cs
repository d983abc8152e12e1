using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Settings that a program declares and never takes a value from: a field of a pydantic class, or a property of a configuration whose type the program declares itself.</summary>
internal sealed class UnusedSettings(Deployment deployment)
{
    // The settings as a whole, when code looks them up by name.
    private static readonly string[] HandedOn =
    [
        "ettings.model_dump(",
        "ettings().model_dump(",
        "ettings.dict(",
        "getattr(settings",
        "vars(settings",
    ];

    // The same with words that any program may have for something else: counted where the settings are.
    private static readonly string[] HandedToFramework = ["from_object(", "from_mapping(", "load_config"];

    private readonly IReadOnlyList<CodeFile> files = [.. deployment.Of<CodeFile>().Where(file => !file.IsTest)];

    public bool Hold(EnvironmentRead read)
    {
        if (NameOf(read.Span) is not { Length: > 3 } name)
        {
            return false;
        }

        return read.Schema switch
        {
            "pydantic" => IsLeftField(read, name),
            null => IsLeftProperty(read, name),
            _ => false,
        };
    }

    /// <summary>A field is taken as an attribute, or by its name as a text; its own file may do with it what it likes.</summary>
    private bool IsLeftField(EnvironmentRead read, string name)
    {
        var reach = Reach(read).ToList();
        return !reach.Exists(file => HandedOn.Any(word => file.File.Text.Contains(word, StringComparison.Ordinal)))
            && !reach.Exists(file =>
                HandedToFramework.Any(word => file.File.Text.Contains(word, StringComparison.Ordinal)) && !IsOfOthers(file, read)
            )
            && Mentions(reach, read, name)
                .All(mention =>
                    mention.File != read.Span.File
                    && mention.Start > 0
                    && mention.File.Text[mention.Start - 1] is not ('.' or '"' or '\'' or '[')
                );
    }

    private bool IsOfOthers(CodeFile file, EnvironmentRead read) =>
        deployment.Components.Where(component => component.Code.Contains(file)).ToList() is { Count: > 0 } owners
        && owners.TrueForAll(component => component.Code.All(own => own.File != read.Span.File));

    /// <summary>A property of no type of the program's own is an option of a library, which takes it by that name.</summary>
    private bool IsLeftProperty(EnvironmentRead read, string name)
    {
        var mentions = Mentions(files, read, name).ToList();
        return mentions.Count > 0 && mentions.TrueForAll(IsDeclaration);
    }

    private static IEnumerable<SourceSpan> Mentions(IEnumerable<CodeFile> files, EnvironmentRead read, string name) =>
        files
            .SelectMany(file => WholeWords.Find(file.File.Text, name, IsWordPart).Select(at => new SourceSpan(file.File, at, name.Length)))
            .Where(mention => mention.File != read.Span.File || mention.StartLine != read.Span.StartLine)
            .Where(mention => !IsComment(mention.Line));

    /// <summary>The source that may have the settings in hand: another component that reads the same variable has its own.</summary>
    private IEnumerable<CodeFile> Reach(EnvironmentRead read)
    {
        var others = deployment
            .Components.Where(component => component.Code.All(file => file.File != read.Span.File))
            .Where(component => component.Code.Any(file => file.EnvironmentReads.Any(other => other.Name == read.Name)))
            .SelectMany(component => component.Code)
            .ToHashSet();
        return files.Where(file => file.Language == Language.Python && !others.Contains(file));
    }

    /// <summary>The field or property that gets the value: <c>jwtSecret: process.env.JWT_SECRET</c>.</summary>
    private static string? NameOf(SourceSpan read)
    {
        var line = read.Line;
        var length = 0;
        while (length < line.Length && IsWordPart(line[length]))
        {
            length++;
        }

        return length > 0 && line.AsSpan(length).TrimStart() is [':', ..] ? line[..length] : null;
    }

    /// <summary><c>jwtSecret: string;</c> in a type.</summary>
    private static bool IsDeclaration(SourceSpan mention)
    {
        var after = mention.File.Text.AsSpan(mention.End, Math.Min(40, mention.File.Text.Length - mention.End)).TrimStart("?! ");
        return after is [':', ..] && after[1..].TrimStart(' ').StartsWith("string", StringComparison.Ordinal);
    }

    private static bool IsComment(string line) => line is ['#', ..] or ['/', '/', ..] or ['*', ..];

    private static bool IsWordPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$';
}
