using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Settings that a program declares and never takes a value from: a field of a pydantic class, or a property of a configuration whose type the program declares itself.</summary>
internal sealed class UnusedSettings(Deployment deployment)
{
    // The settings as a whole, taken by whoever looks into them by name.
    private static readonly string[] HandedOn =
    [
        "from_object(",
        "from_mapping(",
        "load_config",
        "ettings.model_dump(",
        "ettings().model_dump(",
        "ettings.dict(",
        "getattr(settings",
        "vars(settings",
    ];

    private readonly IReadOnlyList<CodeFile> files = [.. deployment.Of<CodeFile>().Where(file => !file.IsTest)];

    public bool Hold(EnvironmentRead read)
    {
        var isField = read.Schema == "pydantic";
        if ((!isField && read.Schema is not null) || NameOf(read.Span) is not { Length: > 3 } name)
        {
            return false;
        }

        var declarations = 0;
        foreach (
            var (file, at) in files.SelectMany(file => WholeWords.Find(file.File.Text, name, IsWordPart).Select(at => (file.File, at)))
        )
        {
            SourceSpan mention = new(file, at, name.Length);
            if ((file == read.Span.File && mention.StartLine == read.Span.StartLine) || IsComment(mention.Line))
            {
                continue;
            }

            if (!IsDeclaration(mention))
            {
                return false;
            }

            declarations++;
        }

        // A property of no type of the program's own is an option of a library, which takes it by that name.
        return isField
            ? !files.Any(file => HandedOn.Any(word => file.File.Text.Contains(word, StringComparison.Ordinal)))
            : declarations > 0;
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
